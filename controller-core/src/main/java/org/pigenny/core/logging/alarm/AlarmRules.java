// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging.alarm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.model.Severity;

/**
 * Raises, escalates and resolves alarms from values, by definitions. A missing value is unknown: it neither raises nor resolves. What
 * holds and what has been said are kept apart, so that a cooldown never looks like an all-clear, and only changes are answered. Not for
 * two threads at once.
 */
public final class AlarmRules {
    /** A change worth telling. */
    public sealed interface Change {
        AlarmDefinition definition();

        record Raised(AlarmDefinition definition, AlarmDefinition.Condition condition, double value)
                implements
                    Change {}

        record Escalated(AlarmDefinition definition, AlarmDefinition.Condition condition, double value)
                implements
                    Change {}

        /** Still an alarm, but a milder one. */
        record Eased(AlarmDefinition definition, AlarmDefinition.Condition condition, double value)
                implements
                    Change {}

        /** Raised by an earlier process, and holding still. */
        record Continued(AlarmDefinition definition, AlarmDefinition.Condition condition, double value)
                implements
                    Change {}

        record Resolved(AlarmDefinition definition) implements Change {}
    }

    private static final class Standing {
        Optional<Severity> holding = Optional.empty();
        Optional<Severity> told = Optional.empty();
        boolean resumed;
        @Nullable
        Long since;
        @Nullable
        Long lastTold;
        @Nullable
        Severity gravest;
    }

    private final Map<String, AlarmDefinition> definitions = new LinkedHashMap<>();
    private final Map<String, Standing> standings = new HashMap<>();

    public AlarmRules(List<AlarmDefinition> definitions) {
        definitions.forEach(definition -> this.definitions.put(definition.id(), definition));
    }

    public boolean knows(String id) {
        return definitions.containsKey(id);
    }

    /** Takes up what an earlier process had raised and not resolved. */
    public void resume(Map<String, Severity> open) {
        open.forEach((id, severity) -> {
            Standing standing = standings.computeIfAbsent(id, any -> new Standing());
            standing.holding = Optional.of(severity);
            standing.told = Optional.of(severity);
            standing.resumed = true;
        });
    }

    /**
     * Other definitions from now on; alarms whose definition is gone or switched off are resolved. What still stands is judged anew
     * with the next value.
     */
    public List<Change> define(List<AlarmDefinition> wanted) {
        Map<String, AlarmDefinition> before = new LinkedHashMap<>(definitions);
        definitions.clear();
        wanted.forEach(definition -> definitions.put(definition.id(), definition));
        List<Change> changes = new ArrayList<>();
        before.forEach((id, definition) -> {
            AlarmDefinition now = definitions.get(id);
            Standing standing = standings.get(id);
            if ((now == null || !now.enabled()) && standing != null && standing.told.isPresent()) {
                standings.remove(id);
                changes.add(new Change.Resolved(definition));
            }
        });
        return changes;
    }

    /**
     * Judges the values of one moment.
     *
     * @param values by key; what is not known is missing
     * @param nanos monotonic time
     */
    public List<Change> evaluate(Map<String, Double> values, long nanos) {
        List<Change> changes = new ArrayList<>();
        for (AlarmDefinition definition : definitions.values()) {
            Double value = values.get(definition.key());
            if (definition.enabled() && value != null && !value.isNaN()) {
                judge(definition, value, nanos).ifPresent(changes::add);
            }
        }
        return changes;
    }

    private Optional<Change> judge(AlarmDefinition definition, double value, long nanos) {
        Standing standing = standings.computeIfAbsent(definition.id(), any -> new Standing());
        Optional<AlarmDefinition.Condition> met = definition.met(value, standing.holding);
        if (met.isEmpty()) {
            standing.holding = Optional.empty();
            standing.since = null;
            boolean wasTold = standing.told.isPresent();
            standing.told = Optional.empty();
            return wasTold ? Optional.of(new Change.Resolved(definition)) : Optional.empty();
        }
        AlarmDefinition.Condition condition = met.get();
        long since = standing.since == null ? nanos : standing.since;
        standing.since = since;
        standing.holding = Optional.of(condition.severity());
        if (nanos - since < definition.delay().toNanos()) {
            return Optional.empty();
        }
        return tell(definition, standing, condition, value, nanos);
    }

    private static Optional<Change> tell(AlarmDefinition definition, Standing standing,
            AlarmDefinition.Condition condition, double value, long nanos) {
        if (standing.told.isEmpty()) {
            if (coolingDown(standing, condition, definition.cooldown(), nanos)) {
                return Optional.empty();
            }
            told(standing, condition.severity(), nanos);
            return Optional.of(new Change.Raised(definition, condition, value));
        }
        boolean resumed = standing.resumed;
        standing.resumed = false;
        int graver = condition.severity().compareTo(standing.told.get());
        if (graver > 0) {
            told(standing, condition.severity(), nanos);
            return Optional.of(new Change.Escalated(definition, condition, value));
        }
        standing.told = Optional.of(condition.severity());
        if (resumed) {
            return Optional.of(new Change.Continued(definition, condition, value));
        }
        return graver < 0 ? Optional.of(new Change.Eased(definition, condition, value)) : Optional.empty();
    }

    private static void told(Standing standing, Severity severity, long nanos) {
        standing.told = Optional.of(severity);
        standing.lastTold = nanos;
        standing.gravest = standing.gravest == null || severity.compareTo(standing.gravest) > 0
                ? severity
                : standing.gravest;
    }

    /** Nothing graver than what was said during the cooldown is said again. */
    private static boolean coolingDown(Standing standing, AlarmDefinition.Condition condition, Duration cooldown,
            long nanos) {
        boolean over = standing.lastTold == null || nanos - standing.lastTold >= cooldown.toNanos();
        if (over) {
            standing.gravest = null;
        }
        return !over && standing.gravest != null && condition.severity().compareTo(standing.gravest) <= 0;
    }
}
