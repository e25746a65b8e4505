// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control.alarm;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.pigenny.core.control.condition.Truth;
import org.pigenny.core.model.AlarmReport;

/** All alarms that are not normal, or have been. Immutable. */
public record AlarmBook(Map<AlarmCode, Alarm> alarms) {
    public static final AlarmBook EMPTY = new AlarmBook(Map.of());

    /** Worst first, then by code. */
    private static final Comparator<Alarm> WORST_FIRST = Comparator.comparing(Alarm::severity)
            .reversed()
            .thenComparing(Alarm::code);

    public static AlarmBook of(Collection<Alarm> kept) {
        Map<AlarmCode, Alarm> all = new EnumMap<>(AlarmCode.class);
        kept.forEach(alarm -> all.put(alarm.code(), alarm));
        return new AlarmBook(all);
    }

    public Alarm of(AlarmCode code) {
        Alarm known = alarms.get(code);
        return known == null ? Alarm.normal(code) : known;
    }

    /** One look at all causes. */
    public AlarmBook look(List<Cause> causes, long now, Instant wall) {
        Map<AlarmCode, Alarm> next = null;
        for (Cause cause : causes) {
            if (!alarms.containsKey(cause.code()) && cause.present() != Truth.YES) {
                continue;
            }
            Alarm before = of(cause.code());
            Alarm after = before.look(cause, now, wall);
            if (!after.equals(before)) {
                next = next == null ? copy() : next;
                next.put(cause.code(), after);
            }
        }
        return next == null ? this : new AlarmBook(next);
    }

    private Map<AlarmCode, Alarm> copy() {
        Map<AlarmCode, Alarm> copy = new EnumMap<>(AlarmCode.class);
        copy.putAll(alarms);
        return copy;
    }

    public boolean raised(String code) {
        return AlarmCode.of(code).filter(known -> of(known).raised()).isPresent();
    }

    public AlarmBook acknowledge(String code) {
        return change(code, Alarm::acknowledge);
    }

    public AlarmBook shelve(String code, Instant until) {
        return change(code, alarm -> alarm.shelve(until));
    }

    private AlarmBook change(String code, UnaryOperator<Alarm> change) {
        Map<AlarmCode, Alarm> next = copy();
        AlarmCode.of(code).ifPresent(known -> next.put(known, change.apply(of(known))));
        return new AlarmBook(next);
    }

    public AlarmBook reset() {
        Map<AlarmCode, Alarm> next = copy();
        next.replaceAll((code, alarm) -> alarm.reset());
        return new AlarmBook(next);
    }

    public List<AlarmReport> report() {
        List<Alarm> raised = new ArrayList<>();
        for (Alarm alarm : alarms.values()) {
            if (alarm.raised()) {
                raised.add(alarm);
            }
        }
        if (raised.isEmpty()) {
            return List.of();
        }
        raised.sort(WORST_FIRST);
        return raised.stream().map(Alarm::report).toList();
    }
}
