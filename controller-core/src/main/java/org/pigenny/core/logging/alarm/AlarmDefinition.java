// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging.alarm;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Severity;

/**
 * When a value is an alarm, as data (site-controller.md 1.7).
 *
 * @param id immutable; alarms are told apart by it
 * @param code stable code that a person can look up
 * @param key of the value, such as cpu_temp
 * @param conditions several may hold; the gravest counts
 * @param cooldown after a notice, nothing new is said of the same alarm for so long, unless it gets graver
 * @param deadband how far back a value must go before a condition ends, in the value's unit
 * @param delay how long a condition must hold before it counts
 * @param remedy what to do
 */
public record AlarmDefinition(String id, String code, Source source, String key, List<Condition> conditions,
        boolean enabled, Duration cooldown, double deadband, Duration delay, Message remedy) {
    public enum Source {
        MODBUS_REGISTER, DEVICE_INFO, CALCULATED_FIELD, HEARTBEAT
    }

    public enum Operator {
        ABOVE(">"), AT_LEAST(">="), BELOW("<"), AT_MOST("<="), EQUAL("=="), NOT_EQUAL("!=");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }
    }

    /** @param text for a person; gets the value and the threshold as arguments */
    public record Condition(Operator operator, double threshold, Severity severity, String text) {
        private static final double EQUALITY = 0.001;

        /** @param slack how much the threshold gives way once the condition holds */
        boolean met(double value, double slack) {
            return switch (operator) {
                case ABOVE -> value > threshold - slack;
                case AT_LEAST -> value >= threshold - slack;
                case BELOW -> value < threshold + slack;
                case AT_MOST -> value <= threshold + slack;
                case EQUAL -> Math.abs(value - threshold) <= EQUALITY + slack;
                case NOT_EQUAL -> Math.abs(value - threshold) > EQUALITY;
            };
        }
    }

    public AlarmDefinition {
        conditions = List.copyOf(conditions);
        if (deadband < 0 || delay.isNegative() || cooldown.isNegative()) {
            throw new IllegalArgumentException(id + ": deadband, delay and cooldown are not negative");
        }
    }

    /** The gravest condition that a value meets; those up to {@code standing} end only beyond the deadband. */
    Optional<Condition> met(double value, Optional<Severity> standing) {
        return conditions.stream()
                .filter(condition -> condition.met(value, standing
                        .filter(severity -> condition.severity().compareTo(severity) <= 0)
                        .map(severity -> deadband)
                        .orElse(0.0)))
                .reduce((one, other) -> other.severity().compareTo(one.severity()) > 0 ? other : one);
    }

    /** The condition in signs, apart from the words for a person. */
    public String inSigns(Condition condition) {
        return key + " " + condition.operator().sign() + " " + condition.threshold();
    }
}
