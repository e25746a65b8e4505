// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.home;

import java.util.Optional;

import org.pigenny.core.model.ChargeProof;
import org.pigenny.core.model.EnginePhase;
import org.pigenny.core.model.EngineReport;
import org.pigenny.core.model.Message;
import org.pigenny.kiosk.control.Standing;
import org.pigenny.kiosk.control.Value;
import org.pigenny.kiosk.present.Engine;
import org.pigenny.kiosk.present.Failure;
import org.pigenny.kiosk.present.Now;

/** The generator's power, which nobody measures: inferred while it charges, and never "0 W" while it does. */
final class GeneratorTile {
    private GeneratorTile() {}

    static Value of(Now now, String lastRun) {
        Optional<EngineReport> engine = Engine.known(now);
        if (engine.isEmpty()) {
            return Value.absent(
                    now.words().say(now.coreSilent() ? "ui.value.core_silent" : "ui.value.relays_silent"));
        }
        if (engine.get().phase() == EnginePhase.LOADED) {
            return loaded(now, now.core().control().proof());
        }
        if (Engine.turns(now)) {
            return word(now, "ui.gen.on", turning(now, engine.get()));
        }
        return word(now, "ui.gen.off", failed(now).orElse(lastRun));
    }

    private static String turning(Now now, EngineReport engine) {
        boolean unloaded = engine.phase() == EnginePhase.COOLDOWN || engine.phase() == EnginePhase.STOPPING;
        return failed(now).orElseGet(() -> now.words().say(unloaded ? "ui.gen.unloaded" : "ui.gen.no_load"));
    }

    private static Optional<String> failed(Now now) {
        return Failure.of(now.core().control()).map(what -> now.words().say("ui.gen.error." + what.word()));
    }

    private static Value loaded(Now now, ChargeProof proof) {
        String verdict = switch (proof.verdict()) {
            case CHARGING -> proof.since()
                    .map(at -> now.words().say(Message.of("ui.gen.proven_at", now.clock(at))))
                    .orElseGet(() -> now.words().say("ui.gen.proven"));
            case CHECKING -> now.words().say("ui.gen.checking");
            case NOT_CHARGING -> now.words().say("ui.gen.not_charging");
        };
        if (proof.chargerPower().isEmpty()) {
            return word(now, "ui.gen.on", verdict);
        }
        return new Value(now.numbers().whole(Math.max(0, proof.chargerPower().getAsDouble())), "W", Standing.LIVE,
                verdict);
    }

    private static Value word(Now now, String key, String note) {
        return new Value(now.words().say(key), "", Standing.LIVE, note);
    }
}
