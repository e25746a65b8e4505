// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging.alarm;

import java.time.Duration;
import java.util.List;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Severity;

/** The controller's own alarms, with the thresholds of site-controller.md 1.9. */
public final class DefaultAlarms {
    /** Keys of the values, in °C, % and s. */
    public static final String CPU_TEMPERATURE = "cpu_temp_celsius";
    public static final String DISK = "disk_usage_pct";
    public static final String MEMORY = "memory_usage_pct";
    public static final String CPU = "cpu_usage_pct";
    public static final String HEARTBEAT_AGE = "heartbeat_age_s";

    private static final Duration COOLDOWN = Duration.ofSeconds(300);
    private static final Duration DISK_COOLDOWN = Duration.ofSeconds(3600);
    /** A start of the machine, or a year that is drawn, keeps a processor busy for a while: that is no alarm. */
    private static final Duration BUSY_FOR = Duration.ofSeconds(120);

    private DefaultAlarms() {}

    public static List<AlarmDefinition> controller() {
        return List.of(
                twoSteps("controller_cpu_temp", "C-510", CPU_TEMPERATURE, 70, 85, COOLDOWN, 2, Duration.ZERO),
                twoSteps("controller_disk", "C-511", DISK, 80, 95, DISK_COOLDOWN, 1, Duration.ZERO),
                twoSteps("controller_memory", "C-512", MEMORY, 80, 95, COOLDOWN, 2, Duration.ZERO),
                twoSteps("controller_cpu", "C-513", CPU, 85, 95, COOLDOWN, 5, BUSY_FOR),
                new AlarmDefinition("controller_heartbeat", "C-514", AlarmDefinition.Source.HEARTBEAT, HEARTBEAT_AGE,
                        List.of(new AlarmDefinition.Condition(AlarmDefinition.Operator.ABOVE, 60, Severity.CRITICAL,
                                "records.alarm." + HEARTBEAT_AGE)),
                        true, Duration.ZERO, 0, Duration.ZERO, remedy(HEARTBEAT_AGE)));
    }

    private static AlarmDefinition twoSteps(String id, String code, String key, double warning, double critical,
            Duration cooldown, double deadband, Duration delay) {
        String text = "records.alarm." + key;
        return new AlarmDefinition(id, code, AlarmDefinition.Source.DEVICE_INFO, key,
                List.of(new AlarmDefinition.Condition(AlarmDefinition.Operator.ABOVE, warning, Severity.WARNING, text),
                        new AlarmDefinition.Condition(AlarmDefinition.Operator.ABOVE, critical, Severity.CRITICAL,
                                text)),
                true, cooldown, deadband, delay, remedy(key));
    }

    private static Message remedy(String key) {
        return Message.of("records.remedy." + key);
    }
}
