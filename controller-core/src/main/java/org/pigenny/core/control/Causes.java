// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.pigenny.core.control.alarm.AlarmCode;
import org.pigenny.core.control.alarm.Cause;
import org.pigenny.core.control.condition.Truth;
import org.pigenny.core.control.proof.Load;
import org.pigenny.core.model.AlarmReport.AlarmClass;
import org.pigenny.core.model.EngineReport;
import org.pigenny.core.model.InverterReport.Flags;

/** Whether the cause of each alarm is there at this tick. */
final class Causes {
    /** No AC connection: permanent off-grid (inverter.md 1.3). */
    private static final long W016 = 1L << 16;
    /** A clock step and a restart of the controller are shown for this long. */
    private static final Duration SHOWN = Duration.ofMinutes(10);

    private final Tick t;
    private final List<Cause> all = new ArrayList<>(AlarmCode.values().length);

    private Causes(Tick t) {
        this.t = t;
    }

    static List<Cause> of(Tick t, List<Block> blocks) {
        Causes causes = new Causes(t);
        causes.generator();
        causes.charge();
        causes.upkeep();
        causes.relay();
        causes.inverter();
        causes.battery(blocks);
        causes.controller();
        return causes.all;
    }

    private void generator() {
        Run run = t.run;
        add(AlarmCode.G_101, t.trouble.failures() > 0);
        latched(AlarmCode.G_102, ServerFault.LOCKED_OUT, ServerFault.INTERNAL);
        add(AlarmCode.G_103, run != null && run.recovering() && run.loaded().isEmpty());
        latched(AlarmCode.G_104, ServerFault.WONT_STOP);
        latched(AlarmCode.G_105, ServerFault.WELDED_STARTER);
        all.add(Cause.of(AlarmCode.G_106, fault(ServerFault.NO_ENGAGE)));
        all.add(Cause.of(AlarmCode.G_107, fault(ServerFault.IGNITION)));
        boolean limited = t.holds.afterLimit().isPresent() || (run != null && run.limited());
        if (limited) {
            all.add(Cause.of(AlarmCode.G_109, true, t.settings.maxRun(), Words.howFar(t)));
        } else {
            add(AlarmCode.G_109, false);
        }
        add(AlarmCode.G_114, t.trouble.emergencyStop().isPresent());
    }

    private void charge() {
        Optional<Load> load = t.charge.load();
        boolean tripped = raisedNow("G-108");
        boolean missing = load.isPresent() && t.settings.chargeProof().enabled()
                && load.get().waiting(t.nanos()).compareTo(t.settings.chargeProof().alarmAfter()) >= 0
                && (load.get().cycled() || t.charge.watch().withoutProof());
        Cause cause = Cause.of(AlarmCode.G_108, tripped || missing);
        all.add(tripped ? cause.escalated(AlarmClass.ELECTRICAL_TRIP) : cause);
    }

    private void upkeep() {
        boolean off = !t.settings.autostart()
                && t.nanos() - t.autostartOffSince.orElse(t.nanos()) >= t.settings.autostartOffReminder().toNanos();
        all.add(Cause.of(AlarmCode.G_110, t.fuel().isPresent() && Fuel.low(t.fuel(), t.settings)));
        add(AlarmCode.G_111, t.trouble.fuelLock());
        add(AlarmCode.G_112,
                t.book.service().due(t.settings.service(), t.book.tally().total().engine(), t.today));
        add(AlarmCode.G_113, off);
        add(AlarmCode.G_115, t.trouble.service()
                .filter(
                        on -> t.nanos() - on.since() >= t.settings.serviceModeReminder().toNanos())
                .isPresent());
    }

    private void relay() {
        add(AlarmCode.R_201, t.engine.isEmpty());
        latched(AlarmCode.R_202, ServerFault.I2C);
        reported(AlarmCode.R_203);
        all.add(Cause.of(AlarmCode.R_204, fault(ServerFault.LEASE)));
    }

    private void inverter() {
        Optional<Flags> flags = t.in.flags();
        add(AlarmCode.I_301, t.in.silent());
        bits(AlarmCode.I_302, "E", flags, flags.isPresent() ? flags.get().faults() : 0);
        bits(AlarmCode.I_303, "W", flags, flags.isPresent() ? flags.get().warnings() & ~W016 : 0);
    }

    private void bits(AlarmCode code, String letter, Optional<Flags> flags, long bits) {
        Truth present = flags.isPresent() ? Truth.of(bits != 0) : Truth.UNKNOWN;
        all.add(bits == 0 ? Cause.of(code, present, "") : Cause.of(code, present, bits(letter, bits)));
    }

    private void battery(List<Block> blocks) {
        all.add(Cause.of(AlarmCode.B_401, Battery.lowAndBlocked(t, blocks)));
        all.add(Cause.of(AlarmCode.B_402, Battery.disagree(t.in)));
    }

    private void controller() {
        add(AlarmCode.C_501, lately(t.clock.steppedAt()));
        reported(AlarmCode.C_502);
        reported(AlarmCode.C_503);
        add(AlarmCode.C_504, lately(t.clock.restartedAt()));
        reported(AlarmCode.C_505);
        add(AlarmCode.C_506, t.now.startsBlocked() || t.now.reported().contains(AlarmCode.C_506.code()));
    }

    private void add(AlarmCode code, boolean present) {
        all.add(Cause.of(code, present));
    }

    private void reported(AlarmCode code) {
        add(code, t.now.reported().contains(code.code()));
    }

    /** Present while the server says so, and at the moment of the error; afterwards it stays latched. */
    private void latched(AlarmCode code, ServerFault... faults) {
        Truth present = raisedNow(code.code()) ? Truth.YES : Truth.NO;
        for (ServerFault one : faults) {
            present = present.or(fault(one));
        }
        all.add(Cause.of(code, present));
    }

    private boolean raisedNow(String code) {
        if (t.trouble.error().isEmpty()) {
            return false;
        }
        Trouble.Failure error = t.trouble.error().get();
        return error.code().equals(code) && error.since() == t.nanos();
    }

    private Truth fault(ServerFault fault) {
        Optional<EngineReport> engine = t.engine;
        if (t.drive.resetting(t.nanos())) {
            return Truth.NO;
        }
        return engine.isEmpty() ? Truth.UNKNOWN : Truth.of(fault.in(engine.get()));
    }

    private boolean lately(OptionalLong at) {
        return at.isPresent() && t.nanos() - at.getAsLong() < SHOWN.toNanos();
    }

    private static String bits(String letter, long bits) {
        StringBuilder names = new StringBuilder();
        for (int bit = 0; bit < Integer.SIZE; bit++) {
            if ((bits & (1L << bit)) != 0) {
                names.append(names.length() == 0 ? "" : ", ").append(letter).append(bit < 10 ? "00" : "0").append(bit);
            }
        }
        return names.toString();
    }
}
