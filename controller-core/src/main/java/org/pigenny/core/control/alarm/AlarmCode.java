// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control.alarm;

import java.time.Duration;
import java.util.Optional;
import org.pigenny.core.model.AlarmReport.AlarmClass;
import org.pigenny.core.model.Severity;

/** Every alarm there is (generator-control.md 7), with its class, and how long its cause must be there or gone. */
public enum AlarmCode {
    /** A crank attempt failed. */
    G_101(AlarmClass.WARNING, Severity.MAJOR, 0, 0),
    /** ERROR after failed starts. */
    G_102(AlarmClass.SHUTDOWN, Severity.CRITICAL, 0, 0),
    /** The engine stopped by itself. */
    G_103(AlarmClass.WARNING, Severity.MAJOR, 0, 0),
    /** The engine will not stop. */
    G_104(AlarmClass.SHUTDOWN, Severity.CRITICAL, 0, 0),
    /** The starter is welded. */
    G_105(AlarmClass.SHUTDOWN, Severity.CRITICAL, 0, 0),
    /** The starter did not engage. */
    G_106(AlarmClass.WARNING, Severity.MAJOR, 0, 0),
    /** Ignition wiring. */
    G_107(AlarmClass.WARNING, Severity.MAJOR, 0, 0),
    /** Runs but does not charge: a warning first, an electrical trip when it gives up. */
    G_108(AlarmClass.WARNING, Severity.MAJOR, 0, 0),
    /** The run limit. */
    G_109(AlarmClass.WARNING, Severity.MINOR, 0, 0),
    /** Fuel is low. */
    G_110(AlarmClass.WARNING, Severity.WARNING, 0, 60),
    /** Fuel lock. */
    G_111(AlarmClass.WARNING, Severity.MAJOR, 0, 0),
    /** Service is due. */
    G_112(AlarmClass.WARNING, Severity.WARNING, 0, 0),
    /** Automatic start is off. */
    G_113(AlarmClass.WARNING, Severity.WARNING, 0, 0),
    /** Emergency stop. */
    G_114(AlarmClass.SHUTDOWN, Severity.CRITICAL, 0, 0),
    /** Service mode was left on. */
    G_115(AlarmClass.WARNING, Severity.MAJOR, 0, 0),
    /** The relay server is unreachable. */
    R_201(AlarmClass.WARNING, Severity.MAJOR, 10, 0),
    /** The relay board does not answer. */
    R_202(AlarmClass.SHUTDOWN, Severity.CRITICAL, 0, 0),
    /** The relay server restarted. */
    R_203(AlarmClass.WARNING, Severity.WARNING, 0, 0),
    /** A lease expired. */
    R_204(AlarmClass.WARNING, Severity.MAJOR, 0, 0),
    /** The inverter is silent. */
    I_301(AlarmClass.WARNING, Severity.MAJOR, 60, 0),
    /** The inverter reports a fault. */
    I_302(AlarmClass.WARNING, Severity.MAJOR, 5, 60),
    /** The inverter warns; W016 is normal. */
    I_303(AlarmClass.WARNING, Severity.WARNING, 5, 60),
    /** The battery is low while starts are blocked. */
    B_401(AlarmClass.WARNING, Severity.CRITICAL, 10, 60),
    /** SOC and voltage disagree. */
    B_402(AlarmClass.WARNING, Severity.MINOR, 300, 300),
    /** The clock stepped. */
    C_501(AlarmClass.WARNING, Severity.WARNING, 0, 0),
    /** The disk is full. */
    C_502(AlarmClass.WARNING, Severity.MAJOR, 0, 0),
    /** The database is damaged. */
    C_503(AlarmClass.WARNING, Severity.MAJOR, 0, 0),
    /** The controller restarted. */
    C_504(AlarmClass.WARNING, Severity.INFO, 0, 0),
    /** Settings were refused. */
    C_505(AlarmClass.WARNING, Severity.WARNING, 0, 0),
    /** A service failed, or safe mode. */
    C_506(AlarmClass.WARNING, Severity.MAJOR, 0, 0);

    private final String code = name().replace('_', '-');
    private final AlarmClass alarmClass;
    private final Severity severity;
    private final Duration onDelay;
    private final Duration offDelay;

    AlarmCode(AlarmClass alarmClass, Severity severity, int onSeconds, int offSeconds) {
        this.alarmClass = alarmClass;
        this.severity = severity;
        onDelay = Duration.ofSeconds(onSeconds);
        offDelay = Duration.ofSeconds(offSeconds);
    }

    /** As people read it: G-101. */
    public String code() {
        return code;
    }

    public static Optional<AlarmCode> of(String code) {
        for (AlarmCode alarm : values()) {
            if (alarm.code().equals(code)) {
                return Optional.of(alarm);
            }
        }
        return Optional.empty();
    }

    public AlarmClass alarmClass() {
        return alarmClass;
    }

    public Severity severity() {
        return severity;
    }

    Duration onDelay() {
        return onDelay;
    }

    Duration offDelay() {
        return offDelay;
    }
}
