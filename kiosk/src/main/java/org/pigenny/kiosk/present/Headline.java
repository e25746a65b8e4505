// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.present;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

import org.pigenny.core.model.AlarmReport;
import org.pigenny.core.model.ChargeProof;
import org.pigenny.core.model.ControlReport;
import org.pigenny.core.model.EnginePhase;
import org.pigenny.core.model.Forecast;
import org.pigenny.core.model.LinkReport;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Quantity;
import org.pigenny.core.model.Severity;
import org.pigenny.kiosk.control.Sentence;
import org.pigenny.kiosk.control.Tone;

/** The one plain sentence on top: the most important thing a person should know now. */
public final class Headline {
    private static final double SUN_CARRIES_ABOVE_W = 100;
    /** Said by the control loop of an appliance whose commissioning is not finished. */
    private static final Set<String> UNFINISHED = Set.of("block.commissioning", "block.wiring_unchecked");

    private Headline() {}

    public static Sentence of(Now now) {
        if (now.coreSilent()) {
            return say(now, Tone.CRIT, Message.of("ui.head.core_silent", now.silence()));
        }
        Optional<AlarmReport> worst = worstOpen(now);
        if (worst.isPresent()) {
            return say(now, Tone.CRIT, worst.get().text());
        }
        return switch (now.core().control().state()) {
            case IDLE -> idle(now);
            case STARTING -> say(now, Tone.ACTIVE, Message.of("ui.head.starting",
                    Math.max(1, now.core().control().attempt()), now.core().control().maxAttempts()));
            case RUNNING -> running(now);
            case STOPPING -> stopping(now);
            case ERROR_RECOVERY -> say(now, Tone.WARN, Message.of("ui.head.recovering"));
            case ERROR -> say(now, Tone.CRIT, now.core().control().why().sentence());
            case LOCKED_OUT -> say(now, Tone.WARN, now.core().control().serviceSince().isPresent()
                    ? Message.of("ui.head.service")
                    : now.core().control().why().sentence());
            case UNKNOWN -> say(now, Tone.WARN, now.core().relayLink().state() == LinkReport.State.DOWN
                    ? Message.of("ui.head.relays_down")
                    : Message.of("ui.head.not_known"));
        };
    }

    private static Optional<AlarmReport> worstOpen(Now now) {
        return now.core()
                .control()
                .alarms()
                .stream()
                .filter(a -> a.severity().compareTo(Severity.MAJOR) >= 0)
                .filter(a -> a.state() != AlarmReport.State.SHELVED && a.state() != AlarmReport.State.ACKNOWLEDGED)
                .findFirst();
    }

    private static Sentence running(Now now) {
        ChargeProof proof = now.core().control().proof();
        if (Engine.phase(now) != EnginePhase.LOADED) {
            return say(now, Tone.ACTIVE, Message.of("ui.head.warming"));
        }
        return switch (proof.verdict()) {
            case CHARGING -> charging(now, proof);
            case CHECKING -> say(now, Tone.ACTIVE, Message.of("ui.head.checking"));
            case NOT_CHARGING -> say(now, Tone.WARN, Message.of("ui.head.not_charging"));
        };
    }

    private static Sentence charging(Now now, ChargeProof proof) {
        String stop = now.numbers().whole(now.core().settings().generator().soc().stop());
        return proof.toStop().map(range -> {
            Duration middle = range.from().plus(range.to()).dividedBy(2);
            return say(now, Tone.ACTIVE, Message.of("ui.head.charging_to", rounded(middle), stop));
        }).orElseGet(() -> say(now, Tone.ACTIVE, Message.of("ui.head.charging")));
    }

    private static Sentence stopping(Now now) {
        return Engine.known(now)
                .filter(report -> report.phase() == EnginePhase.COOLDOWN)
                .flatMap(report -> report.phaseLeft())
                .map(left -> say(now, Tone.ACTIVE, Message.of("ui.head.cooling", left)))
                .orElseGet(() -> say(now, Tone.ACTIVE, Message.of("ui.head.stopping")));
    }

    private static Sentence idle(Now now) {
        ControlReport control = now.core().control();
        if (uncommissioned(control)) {
            return say(now, Tone.WARN, Message.of("ui.head.commissioning"));
        }
        if (now.core().inverterLink().state() == LinkReport.State.DOWN) {
            return say(now, Tone.WARN, Message.of("ui.head.inverter_down"));
        }
        if (now.core().relayLink().state() == LinkReport.State.DOWN) {
            return say(now, Tone.WARN, Message.of("ui.head.relays_down"));
        }
        if (control.holdUntil().isPresent()) {
            return say(now, Tone.CALM, Message.of("ui.head.hold",
                    positive(Duration.between(now.wall(), control.holdUntil().get()))));
        }
        if (!control.autostart()) {
            return say(now, Tone.WARN, Message.of("ui.head.auto_off"));
        }
        return say(now, Tone.CALM, source(now));
    }

    /** Whether the control loop starts nothing by itself because the commissioning is not finished. */
    static boolean uncommissioned(ControlReport control) {
        return control.why().points().stream().anyMatch(point -> UNFINISHED.contains(point.text().key()));
    }

    private static Message source(Now now) {
        var solar = Values.live(now, Quantity.PV_POWER);
        var load = Values.live(now, Quantity.LOAD_POWER);
        if (solar.isEmpty()) {
            return Message.of("ui.head.reading");
        }
        if (solar.getAsDouble() > SUN_CARRIES_ABOVE_W && solar.getAsDouble() >= load.orElse(0)) {
            return Message.of("ui.head.sun");
        }
        if (now.core().control().forecast() instanceof Forecast.Expected expected) {
            return Message.of("ui.head.battery_until", expected.at());
        }
        return Message.of(solar.getAsDouble() > SUN_CARRIES_ABOVE_W ? "ui.head.sun_and_battery" : "ui.head.battery");
    }

    /** To five minutes, so that it does not fidget. */
    private static Duration rounded(Duration time) {
        return time.toMinutes() < 10
                ? Duration.ofMinutes(Math.max(1, time.toMinutes()))
                : Duration.ofMinutes((time.toMinutes() + 2) / 5 * 5);
    }

    private static Duration positive(Duration time) {
        return time.isNegative() ? Duration.ZERO : time;
    }

    private static Sentence say(Now now, Tone tone, Message message) {
        return new Sentence(now.words().say(message), tone);
    }
}
