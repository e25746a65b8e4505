// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control.proof;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import org.pigenny.core.model.ChargeProof;
import org.pigenny.core.model.ChargeProof.Verdict;
import org.pigenny.core.model.settings.GeneratorSettings;

/**
 * The proof of charging as the controller carries it.
 *
 * @param load the charge under way, while the charger is on
 * @param verdict shown
 * @param since when it was reached, on the wall clock
 */
public record Charge(Proof.Watch watch, Learner learner, Optional<Load> load, Verdict verdict,
        Optional<Instant> since) {
    public static final Charge FRESH = new Charge(Proof.Watch.FRESH, Learner.FRESH, Optional.empty(), Verdict.CHECKING,
            Optional.empty());

    public static Charge learned(OptionalDouble whPerPct) {
        return new Charge(Proof.Watch.FRESH, new Learner(whPerPct, Optional.empty(), OptionalDouble.empty()),
                Optional.empty(), Verdict.CHECKING, Optional.empty());
    }

    /**
     * One look.
     *
     * @param loaded whether the charger is on; empty when nobody knows
     * @param engineOff whether the engine is known to be off
     */
    public Charge next(Sample sample, Optional<Boolean> loaded, boolean engineOff, Instant wall,
            GeneratorSettings.Proof settings) {
        boolean on = loaded.orElse(load.isPresent());
        // The past without the charger says nothing about the charger, and the other way round.
        Proof.Watch before = on == load.isPresent()
                ? watch
                : new Proof.Watch(watch.track().cut(), watch.evidence(),
                        watch.verdict(), false);
        double whPerPct = learner.whPerPct(settings.whPerSocPct());
        double sum = before.track().wh();
        Proof.Watch seen = new Proof(settings, BatteryProfile.LFP_16S).look(before, sample, whPerPct);
        Verdict said = patient(seen.verdict(), on, sample, settings);
        Optional<Load> now = on
                ? Optional.of(load.orElse(Load.begun(sample.nanos()))
                        .next(sample,
                                seen.track().wh() - sum, said == Verdict.CHARGING))
                : Optional.empty();
        return new Charge(seen,
                learner.next(seen.track(), engineOff && said != Verdict.CHARGING, BatteryProfile.LFP_16S.fullSoc(),
                        settings.whPerSocPct()),
                now, said, said == verdict && since.isPresent() ? since : Optional.of(wall));
    }

    /** A charger that came on just now gets time until R1 can judge: until then it is not called missing. */
    private Verdict patient(Verdict said, boolean on, Sample sample, GeneratorSettings.Proof settings) {
        boolean early = on
                && sample.nanos() - load.map(Load::from).orElse(sample.nanos()) < settings.window().toNanos() / 2;
        return early && said == Verdict.NOT_CHARGING ? Verdict.CHECKING : said;
    }

    public Charge cycled() {
        return new Charge(watch, learner, load.map(Load::cycle), verdict, since);
    }

    /** Put in during this run, Wh. */
    public double energy(Sample sample, GeneratorSettings.Proof settings) {
        return load.map(on -> on.energy(sample, learner.whPerPct(settings.whPerSocPct()))).orElse(0.0);
    }

    public ChargeProof report(Sample sample, GeneratorSettings.Proof settings, double stop) {
        double whPerPct = learner.whPerPct(settings.whPerSocPct());
        return new ChargeProof(verdict, load.isPresent() ? watch.evidence().balance() : OptionalDouble.empty(),
                energy(sample, settings), load.flatMap(on -> on.toStop(sample, whPerPct, stop)), since,
                learner.learned());
    }
}
