// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control.proof;

import org.pigenny.core.model.ChargeProof.Verdict;
import org.pigenny.core.model.settings.GeneratorSettings;

/** Looks at the battery, sample by sample, and gives a verdict each time. */
public final class Proof {
    private final BatteryProfile profile;
    private final Verdicts verdicts;
    private final long window;

    public Proof(GeneratorSettings.Proof settings, BatteryProfile profile) {
        this.profile = profile;
        verdicts = new Verdicts(settings, profile);
        window = settings.window().toNanos();
    }

    /** What is carried from sample to sample. */
    public record Watch(Track track, Evidence evidence, Verdict verdict, boolean withoutProof) {
        public static final Watch FRESH = new Watch(Track.EMPTY, Evidence.NONE, Verdict.CHECKING, false);
    }

    public Watch look(Watch before, Sample sample, double whPerPct) {
        Track track = before.track().next(sample, profile, window);
        Evidence evidence = Rules.look(track, profile, window, whPerPct);
        return new Watch(track, evidence, verdicts.judge(evidence), verdicts.withoutProof(evidence));
    }
}
