// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.present;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.pigenny.core.api.History.Run;
import org.pigenny.core.model.ChargeProof;
import org.pigenny.core.model.ControlReport;
import org.pigenny.core.model.EnginePhase;
import org.pigenny.core.model.GeneratorState;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.RunReason;
import org.pigenny.kiosk.control.Sentence;
import org.pigenny.kiosk.control.Tone;

/** The state of the generator in one big word, and in a few small ones beside it. */
public final class RunWords {
    private RunWords() {}

    public static Sentence state(Now now) {
        ControlReport control = now.core().control();
        Optional<Failure> failure = Failure.of(control);
        if (failure.isPresent()) {
            return word(now, "ui.state.error." + failure.get().word(), Tone.CRIT);
        }
        if (Engine.known(now).isEmpty()) {
            return word(now, "ui.state.unknown", Tone.WARN);
        }
        if (control.state() == GeneratorState.LOCKED_OUT) {
            return word(now, control.serviceSince().isPresent() ? "ui.state.service" : "ui.state.locked_out",
                    Tone.WARN);
        }
        EnginePhase phase = Engine.phase(now);
        return switch (phase) {
            case OFF, RESET, PREHEAT, IGNITION, CRANK, GLOW_CRANK, VERIFY, REST, WARMUP, STABILISE, COOLDOWN,
                    STOPPING ->
                word(now, "ui.phase." + phase.word(), Tone.CALM);
            case LOADED -> loaded(now);
            case FAULT -> word(now, "ui.phase.fault", Tone.CRIT);
            case UNKNOWN -> word(now, "ui.state.unknown", Tone.WARN);
        };
    }

    private static Sentence loaded(Now now) {
        return switch (now.core().control().proof().verdict()) {
            case CHARGING -> word(now, "ui.state.charging", Tone.CALM);
            case CHECKING -> word(now, "ui.state.running", Tone.CALM);
            case NOT_CHARGING -> word(now, "ui.state.not_charging", Tone.WARN);
        };
    }

    /** Beside the big word: since when and why it runs, or why it does not. Nothing while the core is silent. */
    public static String detail(Now now) {
        if (now.coreSilent()) {
            return "";
        }
        ControlReport control = now.core().control();
        return switch (control.state()) {
            case IDLE -> idle(now, control);
            case STARTING, ERROR_RECOVERY -> attempt(now, control);
            case RUNNING, STOPPING -> running(now, control);
            case ERROR -> Failure.of(control).filter(Failure.START::equals).isPresent() ? attempt(now, control) : "";
            case LOCKED_OUT -> control.serviceSince()
                    .map(at -> now.words().say(Message.of("ui.detail.since", now.clock(at))))
                    .orElse("");
            case UNKNOWN -> "";
        };
    }

    private static String idle(Now now, ControlReport control) {
        if (control.holdUntil().isPresent()) {
            return now.words().say(Message.of("ui.detail.hold", now.clock(control.holdUntil().get())));
        }
        boolean automatic = control.autostart() && !Headline.uncommissioned(control);
        return now.words().say(automatic ? "ui.detail.automatic" : "ui.detail.auto_off");
    }

    private static String attempt(Now now, ControlReport control) {
        int attempt = Math.max(control.attempt(), Engine.known(now).map(report -> report.failedAttempts()).orElse(0));
        return now.words().say(Message.of("ui.detail.attempt", Math.max(1, attempt), control.maxAttempts()));
    }

    private static String running(Now now, ControlReport control) {
        List<String> parts = new ArrayList<>();
        control.runStarted()
                .map(at -> Duration.between(at, now.wall()))
                .filter(time -> !time.isNegative())
                .ifPresent(time -> parts.add(now.words().duration(time)));
        if (control.reason() != RunReason.NONE) {
            parts.add(now.words().say("ui.reason." + control.reason().word()));
        }
        return String.join(", ", parts);
    }

    /** Time left in the live phase, when it has an end. */
    public static Optional<Duration> left(Now now) {
        return Engine.known(now).flatMap(report -> report.phaseLeft());
    }

    /** Whether the generator is proven to charge now. */
    public static boolean charging(Now now) {
        return Engine.phase(now) == EnginePhase.LOADED
                && now.core().control().proof().verdict() == ChargeProof.Verdict.CHARGING;
    }

    /** When the engine last ran, in words: "last ran yesterday". */
    public static String lastRun(Now now, Optional<Run> run) {
        return run.flatMap(Run::stopped).map(at -> {
            LocalDate day = at.atZone(now.core().zone()).toLocalDate();
            long days = java.time.temporal.ChronoUnit.DAYS.between(day,
                    now.wall().atZone(now.core().zone()).toLocalDate());
            if (days <= 0) {
                return now.words().say(Message.of("ui.gen.last_today", now.clock(at)));
            }
            return days == 1
                    ? now.words().say("ui.gen.last_yesterday")
                    : now.words().say(Message.of("ui.gen.last_days", String.format(Locale.ROOT, "%d", days)));
        }).orElse("");
    }

    private static Sentence word(Now now, String key, Tone tone) {
        return new Sentence(now.words().say(key), tone);
    }
}
