// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.present;

import java.time.Duration;
import java.util.Map;
import org.pigenny.core.model.Command;
import org.pigenny.core.model.ControlReport;
import org.pigenny.core.model.EnginePhase;
import org.pigenny.core.model.EngineReport;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Outcome;
import org.pigenny.core.model.Quantity;

/**
 * The one big key: what it is and what it will do.
 *
 * @param refused it would be refused now; it still answers, with the reason
 */
public record KeyState(Kind kind, String note, boolean refused) {
    public enum Kind {
        START,
        /** A START that waits for the commissioning, and leads there. */
        FIRST_STEPS,
        STOP,
        RESET
    }

    /** Refusals that have a short word of their own on the key; the others point to the sentence beside it. */
    private static final Map<String, String> LOCKED = Map.of("block.service_mode", "ui.start.locked.service",
            "block.safe_mode", "ui.start.locked.safe_mode", "block.safe_mode_stops", "ui.start.locked.safe_mode",
            "block.fuel_start", "ui.start.locked.fuel", "block.fuel_stop", "ui.start.locked.fuel");
    private static final char NO_BREAK = '\u00a0';
    private static final String WIRING_UNCHECKED = "block.wiring_unchecked";

    public static KeyState of(Now now) {
        ControlReport control = now.core().control();
        if (Engine.mayBeTurning(now)) {
            return new KeyState(Kind.STOP, stopNote(now), false);
        }
        if (control.resetPermit().isPresent()) {
            return new KeyState(Kind.RESET, now.words().say("ui.key.hold"),
                    control.resetPermit().get() instanceof Outcome.Refused);
        }
        return control.startPermit() instanceof Outcome.Refused refused
                ? refused(now, cause(refused.why()))
                : new KeyState(Kind.START, startNote(now), false);
    }

    /** A refusal may name the block that it is because of. */
    private static String cause(Message why) {
        return !why.args().isEmpty() && why.args().getFirst() instanceof Message block ? block.key() : why.key();
    }

    private static KeyState refused(Now now, String why) {
        return why.equals(WIRING_UNCHECKED)
                ? new KeyState(Kind.FIRST_STEPS, now.words().say("ui.start.first_steps"), true)
                : new KeyState(Kind.START, now.words().say(LOCKED.getOrDefault(why, "ui.start.locked")), true);
    }

    /** What a stop does now, in a few words. */
    public static String stopNote(Now now) {
        return Engine.known(now)
                .map(report -> knownStop(now, report))
                .orElseGet(() -> now.words().say("ui.stop.unknown"));
    }

    private static String knownStop(Now now, EngineReport report) {
        if (report.phase() == EnginePhase.COOLDOWN) {
            return report.phaseLeft()
                    .map(left -> now.words()
                            .say(Message.of("ui.stop.in", now.words().duration(left).replace(' ', NO_BREAK))))
                    .orElseGet(() -> now.words().say("ui.stop.cooling"));
        }
        if (!report.loaded() || report.phase() == EnginePhase.STOPPING) {
            return now.words().say("ui.stop.at_once");
        }
        return now.words()
                .say(Message.of("ui.stop.cools_for",
                        now.times().of(EnginePhase.COOLDOWN).orElse(now.core().settings().engine().cooldown())));
    }

    /** The start that the big key asks for: up to the stop value, unless the battery is already there or unknown. */
    public static Command start(Now now) {
        return upToStopValue(now) ? new Command.StartUntilAuto() : new Command.StartUntilStopped();
    }

    private static String startNote(Now now) {
        String stop = now.numbers().whole(now.core().settings().generator().soc().stop());
        return now.words()
                .say(upToStopValue(now)
                        ? Message.of("ui.start.until_soc", stop)
                        : untilStopped(now));
    }

    private static Message untilStopped(Now now) {
        Duration limit = now.core().settings().generator().maxRun();
        double hours = limit.toMinutes() / 60.0;
        return limit.isPositive()
                ? Message.of("ui.start.until_stopped_limit",
                        Math.rint(hours) == hours ? now.numbers().whole(hours) : now.numbers().oneDecimal(hours))
                : Message.of("ui.start.until_stopped");
    }

    private static boolean upToStopValue(Now now) {
        var soc = now.core().settings().generator().soc();
        var value = Values.live(now, Quantity.SOC);
        return soc.enabled() && value.isPresent() && value.getAsDouble() < soc.stop();
    }
}
