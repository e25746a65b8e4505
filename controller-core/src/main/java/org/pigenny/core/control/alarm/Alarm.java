// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control.alarm;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.pigenny.core.control.condition.Truth;
import org.pigenny.core.model.AlarmReport;
import org.pigenny.core.model.AlarmReport.AlarmClass;
import org.pigenny.core.model.AlarmReport.State;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Severity;

/**
 * One alarm and where it stands after ISA-18.2. Normal is: not raised.
 *
 * @param raised it is not normal
 * @param active its cause is there
 * @param changing since when the cause is there although it is not active, or gone although it is
 */
public record Alarm(AlarmCode code, boolean raised, boolean active, boolean acknowledged, AlarmClass alarmClass,
        Message text, Instant first, Instant last, int count, Optional<Instant> shelvedUntil, OptionalLong changing) {

    static Alarm normal(AlarmCode code) {
        return new Alarm(code, false, false, false, code.alarmClass(), Message.of("alarm." + code.code()),
                Instant.EPOCH, Instant.EPOCH, 0, Optional.empty(), OptionalLong.empty());
    }

    /** One look at the cause. */
    Alarm look(Cause cause, long now, Instant wall) {
        Alarm known = unshelved(wall);
        if (cause.present() == Truth.UNKNOWN || (cause.present() == Truth.YES) == active) {
            return known.settled().escalated(cause);
        }
        long since = changing.orElse(now);
        Duration delay = active ? code.offDelay() : code.onDelay();
        if (now - since < delay.toNanos()) {
            return known.changing(OptionalLong.of(since));
        }
        return active ? known.gone() : known.come(cause, wall);
    }

    private Alarm come(Cause cause, Instant wall) {
        return new Alarm(code, true, true, false, cause.alarmClass(), cause.text(), raised ? first : wall, wall,
                count + 1, shelvedUntil, OptionalLong.empty());
    }

    private Alarm gone() {
        boolean stays = latches() || !acknowledged;
        return stays ? with(true, false, acknowledged) : with(false, false, false);
    }

    /** A worse class counts at once, whatever was acknowledged or shelved. */
    private Alarm escalated(Cause cause) {
        if (!active || cause.present() != Truth.YES || cause.alarmClass().compareTo(alarmClass) <= 0) {
            return this;
        }
        return new Alarm(code, true, true, false, cause.alarmClass(), cause.text(), first, last, count,
                Optional.empty(), OptionalLong.empty());
    }

    Alarm acknowledge() {
        boolean over = !active && !latches();
        return over ? with(false, false, false) : with(raised, active, true);
    }

    /** A person has reset, which is only accepted when the cause is gone. A warning whose cause is there stays. */
    Alarm reset() {
        return active && !latches() ? this : with(false, false, false);
    }

    Alarm shelve(Instant until) {
        return new Alarm(code, raised, active, acknowledged, alarmClass, text, first, last, count, Optional.of(until),
                changing);
    }

    boolean latches() {
        return alarmClass != AlarmClass.WARNING;
    }

    public Severity severity() {
        return latches() ? Severity.CRITICAL : code.severity();
    }

    public State state() {
        if (shelvedUntil.isPresent()) {
            return State.SHELVED;
        }
        if (active) {
            return acknowledged ? State.ACKNOWLEDGED : State.UNACKNOWLEDGED;
        }
        return latches() ? State.LATCHED : State.RETURNED_UNACKNOWLEDGED;
    }

    AlarmReport report() {
        return new AlarmReport(code.code(), alarmClass, state(), severity(), text,
                Message.of("remedy." + code.code()), first, last, count, shelvedUntil);
    }

    private Alarm unshelved(Instant wall) {
        boolean over = shelvedUntil.isPresent() && !wall.isBefore(shelvedUntil.get());
        return over
                ? new Alarm(code, raised, active, acknowledged, alarmClass, text, first, last, count, Optional.empty(),
                        changing)
                : this;
    }

    private Alarm settled() {
        return changing.isPresent() ? changing(OptionalLong.empty()) : this;
    }

    private Alarm changing(OptionalLong since) {
        return new Alarm(code, raised, active, acknowledged, alarmClass, text, first, last, count, shelvedUntil, since);
    }

    private Alarm with(boolean isRaised, boolean isActive, boolean isAcknowledged) {
        return new Alarm(code, isRaised, isActive, isAcknowledged, isRaised ? alarmClass : code.alarmClass(), text,
                first, last, count, isRaised ? shelvedUntil : Optional.empty(), OptionalLong.empty());
    }
}
