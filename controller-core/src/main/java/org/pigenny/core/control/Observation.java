// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control;

import java.time.Duration;
import java.util.Optional;
import org.pigenny.core.control.proof.Sample;
import org.pigenny.core.control.upkeep.Tally;
import org.pigenny.core.model.EngineReport;

/** What a tick sees and adds up before anything is decided: counters, fuel, the battery. */
final class Observation {
    /** A longer pause between two ticks is not counted as engine time: nobody looked. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private Observation() {}

    static void take(Tick t) {
        Duration passed = t.was.clock().since(t.now);
        boolean running = t.engine.filter(engine -> engine.running().orElse(false)).isPresent();
        boolean loaded = t.engine.filter(engine -> engine.on(EngineReport.CHARGER)).isPresent() && running;
        Tally tally = t.book.tally().at(t.today);
        if (running && passed.compareTo(LONGEST) <= 0) {
            tally = tally.ran(passed, loaded);
            t.book = t.book.with(t.book.tank().burn(t.settings.fuel(), passed, loaded));
        }
        if (!tally.equals(t.book.tally())) {
            t.book = t.book.with(tally);
        }
        if (t.book.service().date().isEmpty()) {
            t.book = t.book.with(t.book.service().begun(t.today));
        }
        charge(t);
    }

    private static void charge(Tick t) {
        Sample sample = t.sample;
        Optional<Boolean> loaded = t.engine.isEmpty() ? Optional.empty() : Optional.of(carrying(t));
        if (t.charge.load().isPresent() && loaded.filter(on -> !on).isPresent()) {
            double wh = t.charge.energy(sample, t.settings.chargeProof());
            t.book = t.book.with(t.book.tally().charged(wh));
        }
        t.charge = t.charge.next(sample, loaded, t.stage() == Stage.OFF, t.now.wall(), t.settings.chargeProof());
    }

    /** A charger that is cycled is off for a moment of the same charge. */
    private static boolean carrying(Tick t) {
        return t.stage() == Stage.LOADED;
    }
}
