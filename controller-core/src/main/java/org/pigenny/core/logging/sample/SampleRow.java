// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging.sample;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.logging.store.Row;
import org.pigenny.core.logging.store.Session;

/** A ten-second sample on its way to the disk. */
public record SampleRow(Sample sample) implements Row {
    private static final String INSERT = insert();

    /** Unix time of its beginning, s. */
    public long at() {
        return sample.at();
    }

    @Override
    public String table() {
        return Level.TEN_SECONDS.table();
    }

    @Override
    public boolean urgent() {
        return false;
    }

    @Override
    public void write(Session session) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(sample.at());
        values.add(sample.state());
        values.add(sample.reason());
        values.add(sample.phase());
        for (String channel : SampleColumns.channels()) {
            add(values, sample.values().get(channel), SampleColumns.scale(channel));
        }
        session.update(INSERT, values.toArray());
    }

    private static void add(List<@Nullable Object> values, Sample.@Nullable Value value, double scale) {
        if (value == null) {
            values.addAll(Collections.nCopies(3, null));
            return;
        }
        long mean = Math.round(value.last() * scale);
        long low = Math.round(value.low() * scale);
        long high = Math.round(value.high() * scale);
        values.add(mean);
        values.add(low == mean ? null : low);
        values.add(high == mean ? null : high);
    }

    private static String insert() {
        List<String> columns = SampleColumns.all();
        return "INSERT OR REPLACE INTO " + Level.TEN_SECONDS.table() + " (at, n, state, reason, phase, "
                + String.join(", ", columns) + ") VALUES (?, 1, ?, ?, ?, "
                + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
    }
}
