// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging.alarm;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pigenny.core.logging.store.Session;
import org.pigenny.core.logging.store.WriteQueue;
import org.pigenny.core.model.AlarmReport;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Severity;

/** Alarms that the records raise themselves: about the disk, the database, the computer. Their history goes to the same table. */
public final class StandingAlarms {
    /** The device that these alarms belong to. */
    static final String CONTROLLER = "controller";

    private final WriteQueue queue;
    private final Map<String, AlarmReport> standing = new HashMap<>();
    private final Set<String> raised = new HashSet<>();
    private final Map<String, Severity> resumed = new HashMap<>();

    public StandingAlarms(WriteQueue queue) {
        this.queue = queue;
    }

    /** Open alarms that an earlier process left, by definition. Those of conditions that have gone are resolved by their rules. */
    public synchronized Map<String, Severity> resume(Session session) throws SQLException {
        session.query("SELECT alarm_id, severity FROM alarms WHERE resolved = 0 AND device_id = ?",
                row -> resumed.put(row.getString(1), Severity.valueOf(row.getString(2).toUpperCase(Locale.ROOT))),
                CONTROLLER);
        return Map.copyOf(resumed);
    }

    /** @param id of the definition, or the code where there is none */
    public synchronized void raise(String id, String code, Severity severity, Message text, Message remedy,
            String condition, Instant at) {
        raised.add(code);
        AlarmReport before = standing.get(id);
        standing.put(id,
                new AlarmReport(code, AlarmReport.AlarmClass.WARNING, AlarmReport.State.UNACKNOWLEDGED, severity,
                        text, remedy, before == null ? at : before.first(), at, before == null ? 1 : before.count() + 1,
                        Optional.empty()));
        queue.add(before == null && !resumed.containsKey(id)
                ? AlarmRow.raised(CONTROLLER, id, code, text, condition, severity, at)
                : AlarmRow.changed(CONTROLLER, id, text, condition, severity));
    }

    public synchronized void resolve(String id, Instant at) {
        boolean known = standing.remove(id) != null;
        if (resumed.remove(id) != null || known) {
            queue.add(AlarmRow.resolved(CONTROLLER, id, at));
        }
    }

    /** Whether there was such an alarm to acknowledge. */
    public synchronized boolean acknowledge(String code, Origin who, Instant at) {
        boolean found = false;
        for (Map.Entry<String, AlarmReport> entry : Map.copyOf(standing).entrySet()) {
            AlarmReport alarm = entry.getValue();
            if (alarm.code().equals(code)) {
                found = true;
                standing.put(entry.getKey(), new AlarmReport(code, alarm.alarmClass(), AlarmReport.State.ACKNOWLEDGED,
                        alarm.severity(), alarm.text(), alarm.remedy(), alarm.first(), alarm.last(), alarm.count(),
                        Optional.empty()));
                queue.add(AlarmRow.acknowledged(CONTROLLER, entry.getKey(), who.name(), at));
            }
        }
        return found;
    }

    /** Worst first. */
    public synchronized List<AlarmReport> list() {
        return standing.values()
                .stream()
                .sorted(Comparator.comparing(AlarmReport::severity).reversed().thenComparing(AlarmReport::code))
                .toList();
    }

    /** Whether the code has been raised here since the start; an alarm that is just over counts, too. */
    public synchronized boolean owns(String code) {
        return raised.contains(code);
    }
}
