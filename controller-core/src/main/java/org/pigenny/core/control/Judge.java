// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control;

import java.util.Optional;
import org.pigenny.core.control.Block.Scope;
import org.pigenny.core.control.condition.Finding;
import org.pigenny.core.control.condition.Truth;
import org.pigenny.core.model.Command;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Outcome;

/** Says whether a command is accepted. The decision asks the same predicates. */
final class Judge {
    private static final Message START = Message.of("accepted.start");

    private Judge() {}

    static Outcome judge(Tick t, Command command) {
        return switch (command) {
            case Command.StartUntilStopped ignored -> start(t);
            case Command.StartFor timed -> start(t, Message.of("accepted.start_for", timed.time()));
            case Command.StartUntilAuto ignored -> untilAuto(t);
            case Command.Stop ignored -> accepted("accepted.stop", t.settings.manualStopHold());
            case Command.EmergencyStop ignored -> accepted("accepted.emergency_stop");
            case Command.Reset ignored -> Resets.judge(t);
            case Command.ServiceMode mode -> service(t, mode.on());
            case Command.EndHold ignored -> t.holds.any() ? accepted("accepted.end_hold") : refused("refused.no_hold");
            case Command.Acknowledge ack -> alarm(t, ack.alarmCode(), "accepted.acknowledge");
            case Command.Shelve shelve -> alarm(t, shelve.alarmCode(), "accepted.shelve");
            case Command.ClearSafeMode ignored -> refused("refused.not_here");
            case Command.SetFuel fuel -> t.settings.fuel().capacityL() > 0
                    ? accepted("accepted.fuel", fuel.percent())
                    : refused("refused.no_tank");
            case Command.ServiceDone ignored -> accepted("accepted.service_done");
        };
    }

    /** Whether a person could start the engine now. */
    static Outcome start(Tick t) {
        return start(t, START);
    }

    private static Outcome start(Tick t, Message text) {
        if (t.stopAsked) {
            return refused("refused.stop_wins");
        }
        Optional<Block> block = Blocks.first(Blocks.of(t), Scope.ALL);
        if (block.isPresent()) {
            return refused("refused.because", block.get().text());
        }
        if (t.engine.filter(engine -> Stage.of(engine.phase()) == Stage.FAULT).isPresent()) {
            return refused("refused.because", ServerFault.words(t.engine.get()));
        }
        return new Outcome.Accepted(text);
    }

    private static Outcome untilAuto(Tick t) {
        if (t.findings.isEmpty()) {
            return refused("refused.no_stop_value");
        }
        if (t.findings.stream().allMatch(Judge::over)) {
            return refused("refused.stop_value_met");
        }
        return start(t, Message.of("accepted.start_until_auto"));
    }

    private static boolean over(Finding finding) {
        return finding.stop() == Truth.YES;
    }

    private static Outcome alarm(Tick t, String code, String key) {
        return t.alarms.raised(code) ? accepted(key, code) : refused("refused.no_alarm", code);
    }

    private static Outcome service(Tick t, boolean on) {
        if (on == t.trouble.service().isPresent()) {
            return refused(on ? "refused.service_is_on" : "refused.service_is_off");
        }
        return accepted(on ? "accepted.service_on" : "accepted.service_off");
    }

    private static Outcome accepted(String key, Object... args) {
        return new Outcome.Accepted(Message.of(key, args));
    }

    private static Outcome refused(String key, Object... args) {
        return new Outcome.Refused(Message.of(key, args));
    }
}
