// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.analyse;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.pigenny.core.control.forecast.Estimate;
import org.pigenny.core.control.forecast.Forecaster;
import org.pigenny.core.control.proof.BatteryProfile;
import org.pigenny.core.control.proof.Evidence;
import org.pigenny.core.control.proof.Proof;
import org.pigenny.core.model.ChargeProof.Verdict;
import org.pigenny.core.model.settings.GeneratorSettings;

/** What the controller would have known at each row, from that row and the ones before it alone. */
final class Analysis {
    private final GeneratorSettings settings;
    private final Proof proof;
    private Proof.Watch watch = Proof.Watch.FRESH;
    private Forecaster forecaster = Forecaster.FRESH;

    /**
     * @param external inferred power of a charger that the inverter does not see, W
     * @param forecast when `soc.start` will be reached, Unix seconds
     */
    record Finding(OptionalDouble external, Verdict verdict, OptionalLong forecast) {}

    Analysis(GeneratorSettings settings) {
        this.settings = settings;
        proof = new Proof(settings.chargeProof(), BatteryProfile.LFP_16S);
    }

    Finding next(Row row) {
        watch = proof.look(watch, row.sample(), settings.chargeProof().whPerSocPct());
        Evidence evidence = watch.evidence();
        forecaster = forecaster.next(row.sample(), new Forecaster.Situation(row.wall(), row.zone(),
                settings.soc().start(), settings.chargeProof().whPerSocPct(), watch.verdict() == Verdict.CHARGING));
        OptionalLong forecast = forecaster.estimate() instanceof Estimate.At at
                ? OptionalLong.of(at.at().getEpochSecond())
                : OptionalLong.empty();
        return new Finding(evidence.balance(), watch.verdict(), forecast);
    }
}
