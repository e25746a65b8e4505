// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging.upkeep;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pigenny.core.logging.alarm.AlarmDefinition;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Severity;

/**
 * Whether the records keep up (site-controller.md 1.7): how late they are, how much waits, how often writing failed. The worst of three
 * checks counts, so that an alarm resolves with the third good one, and only once.
 */
public final class LoggingHealth {
    static final String DRIFT = "records_drift_ms";
    static final String BUFFER = "records_waiting_rows";
    static final String ERRORS = "records_errors";
    /** Rows that may wait; the hard bound of the queue is twice that. */
    public static final int BUFFER_ALERT = 5000;

    private static final int CHECKS = 3;
    private static final double DRIFT_LIMIT_MS = 5000;
    private static final double ERROR_LIMIT = 3;
    private static final Duration COOLDOWN = Duration.ofMinutes(5);

    private final Deque<Double> drifts = new ArrayDeque<>();
    private final Deque<Double> buffers = new ArrayDeque<>();

    public static List<AlarmDefinition> alarms() {
        return List.of(
                definition("LOGGING_HIGH_DRIFT", "C-515", DRIFT, AlarmDefinition.Operator.ABOVE, DRIFT_LIMIT_MS,
                        Severity.WARNING, "records.high_drift"),
                definition("LOGGING_BUFFER_BUILDUP", "C-516", BUFFER, AlarmDefinition.Operator.ABOVE, BUFFER_ALERT,
                        Severity.WARNING, "records.buffer_buildup"),
                definition("LOGGING_CONSECUTIVE_ERRORS", "C-517", ERRORS, AlarmDefinition.Operator.AT_LEAST,
                        ERROR_LIMIT, Severity.MAJOR, "records.errors"));
    }

    private static AlarmDefinition definition(String id, String code, String key, AlarmDefinition.Operator operator,
            double limit, Severity severity, String text) {
        return new AlarmDefinition(id, code, AlarmDefinition.Source.CALCULATED_FIELD, key,
                List.of(new AlarmDefinition.Condition(operator, limit, severity, text)), true, COOLDOWN, 0,
                Duration.ZERO, Message.of("records.remedy." + key));
    }

    /** One check; answers the values to judge. */
    public Map<String, Double> check(double driftMillis, int waiting, int errorsInARow) {
        Map<String, Double> values = new HashMap<>();
        values.put(DRIFT, worst(drifts, driftMillis));
        values.put(BUFFER, worst(buffers, waiting));
        values.put(ERRORS, (double) errorsInARow);
        return values;
    }

    private static double worst(Deque<Double> last, double now) {
        last.addLast(now);
        if (last.size() > CHECKS) {
            last.removeFirst();
        }
        return last.stream().mapToDouble(value -> value).max().orElse(now);
    }
}
