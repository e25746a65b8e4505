// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging.event;

import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.pigenny.core.logging.json.Codec;
import org.pigenny.core.logging.store.Row;
import org.pigenny.core.logging.store.Session;
import org.pigenny.core.model.Event;
import org.pigenny.core.model.Message;

/** An event on its way to the disk. The key is its instant in µs; one that is taken moves on by one. */
public record EventRow(Event event) implements Row {
    private static final String INSERT = "INSERT OR IGNORE INTO events (at, kind, severity, code, origin, text)"
            + " VALUES (?, ?, ?, ?, ?, ?)";

    static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    @Override
    public String table() {
        return "events";
    }

    @Override
    public void write(Session session) throws SQLException {
        String text = Codec.write(event.text(), Message.class);
        long key = micros(event.at());
        while (session.update(INSERT, key, event.kind().name(), Rank.of(event.severity()), event.code().orElse(null),
                event.origin().name(), text) == 0) {
            key++;
        }
    }
}
