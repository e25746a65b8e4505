// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.pigenny.core.model.AlarmReport;
import org.pigenny.core.model.Event;

/** Codes of alarms whose cause other parts of the process see; control raises and clears the alarms. */
final class Causes {
    static final String SETTINGS_REFUSED = "C-505";
    static final String SERVICE_FAILED = "C-506";
    private static final String RELAY_SERVER_RESTARTED = "R-203";
    private static final String DISK_FULL = "C-502";
    private static final String DATABASE_DAMAGED = "C-503";
    /** What happened and is over is told for this long, as a step of the clock is. */
    private static final Duration SHOWN = Duration.ofMinutes(10);

    private final Set<String> present = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> happened = new ConcurrentHashMap<>();

    void set(String code, boolean is) {
        if (is) {
            present.add(code);
        } else {
            present.remove(code);
        }
    }

    /** Takes note of what the relay client tells; alarms that control itself tells of are no causes. */
    void heard(Event event, long nowNanos) {
        boolean restarted = event.kind() == Event.Kind.RELAY
                && event.code().filter(RELAY_SERVER_RESTARTED::equals).isPresent();
        if (restarted) {
            happened.put(RELAY_SERVER_RESTARTED, nowNanos);
        }
    }

    /** @param records what the records complain of */
    Set<String> present(long nowNanos, List<AlarmReport> records) {
        Set<String> all = new HashSet<>(present);
        happened.forEach((code, at) -> {
            if (nowNanos - at < SHOWN.toNanos()) {
                all.add(code);
            }
        });
        records.stream().filter(Causes::stands).map(AlarmReport::code).forEach(all::add);
        return all;
    }

    boolean has(String code) {
        return present.contains(code);
    }

    /** Whether an alarm of the records is one of control's codes: control shows and keeps it, the records only complain. */
    static boolean ofControl(AlarmReport alarm) {
        return alarm.code().equals(DISK_FULL) || alarm.code().equals(DATABASE_DAMAGED);
    }

    /** A full disk lasts until it is not; a database that was set aside has happened, and is over once somebody knows. */
    private static boolean stands(AlarmReport alarm) {
        return alarm.code().equals(DISK_FULL) || (alarm.code().equals(DATABASE_DAMAGED)
                && alarm.state() != AlarmReport.State.ACKNOWLEDGED);
    }
}
