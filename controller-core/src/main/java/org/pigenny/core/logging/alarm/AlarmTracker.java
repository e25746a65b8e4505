// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging.alarm;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.api.CoreSnapshot;
import org.pigenny.core.logging.Tracker;
import org.pigenny.core.logging.store.Row;
import org.pigenny.core.logging.store.Session;
import org.pigenny.core.model.AlarmReport;
import org.pigenny.core.model.Event;
import org.pigenny.core.model.Why;

/**
 * Keeps the life of each alarm: raised, acknowledged by whom, resolved. One open row for each code, over restarts too: what an earlier
 * process left open goes on or is resolved by what the first snapshot says.
 */
public final class AlarmTracker implements Tracker {
    /** The device that control's alarms belong to. */
    private static final String GENERATOR = "generator";

    private final Predicate<String> keptElsewhere;
    private final Map<String, AlarmReport.@Nullable State> open = new HashMap<>();
    private String lastPerson = "core";

    /** @param keptElsewhere codes of alarms whose history somebody else writes */
    public AlarmTracker(Predicate<String> keptElsewhere) {
        this.keptElsewhere = keptElsewhere;
    }

    @Override
    public void resume(Session session) throws SQLException {
        session.query("SELECT alarm_id, acknowledged FROM alarms WHERE resolved = 0 AND device_id = ?", row -> {
            open.put(row.getString(1),
                    row.getInt(2) == 1 ? AlarmReport.State.ACKNOWLEDGED : AlarmReport.State.UNACKNOWLEDGED);
            return true;
        }, GENERATOR);
    }

    @Override
    public void heard(Event event) {
        if (event.kind() == Event.Kind.OPERATOR) {
            lastPerson = event.origin().name();
        }
    }

    @Override
    public List<Row> observe(CoreSnapshot now) {
        // Before its first tick control knows of no alarm, which is not the same as there being none.
        if (now.control().why().equals(Why.NOTHING_YET)) {
            return List.of();
        }
        List<Row> rows = new ArrayList<>();
        Set<String> present = new HashSet<>();
        for (AlarmReport alarm : now.control().alarms()) {
            if (keptElsewhere.test(alarm.code())) {
                continue;
            }
            present.add(alarm.code());
            AlarmReport.State before = open.get(alarm.code());
            if (before == null) {
                rows.add(AlarmRow.raised(GENERATOR, alarm.code(), alarm.code(), alarm.text(), "", alarm.severity(),
                        alarm.first()));
            }
            if (acknowledged(alarm.state()) && (before == null || !acknowledged(before))) {
                rows.add(AlarmRow.acknowledged(GENERATOR, alarm.code(), lastPerson, now.wall()));
            }
            open.put(alarm.code(), alarm.state());
        }
        for (String gone : List.copyOf(open.keySet())) {
            if (!present.contains(gone)) {
                open.remove(gone);
                rows.add(AlarmRow.resolved(GENERATOR, gone, now.wall()));
            }
        }
        return rows;
    }

    private static boolean acknowledged(AlarmReport.State state) {
        return switch (state) {
            case ACKNOWLEDGED -> true;
            case UNACKNOWLEDGED, RETURNED_UNACKNOWLEDGED, LATCHED, SHELVED -> false;
        };
    }

}
