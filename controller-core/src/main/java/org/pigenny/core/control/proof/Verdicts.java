// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control.proof;

import java.util.OptionalDouble;
import org.pigenny.core.model.ChargeProof.Verdict;
import org.pigenny.core.model.settings.GeneratorSettings;

/**
 * Weighs the rules. R1 is right but slow by half its window, R2 is quick but blind while the inverter charges, R3 needs no SOC:
 * each is heard where the others are weak, and a contradiction is CHECKING.
 */
public final class Verdicts {
    /** With R2 surely negative, half a window of R1 below this says that a charge has ended (inverter.md 2.4), W. */
    private static final double ENDED_BELOW_W = 2000;

    private final GeneratorSettings.Proof settings;
    private final BatteryProfile profile;

    public Verdicts(GeneratorSettings.Proof settings, BatteryProfile profile) {
        this.settings = settings;
        this.profile = profile;
    }

    public Verdict judge(Evidence evidence) {
        if (evidence.direct()) {
            return Verdict.CHARGING;
        }
        if (evidence.full() || evidence.balance().isEmpty()) {
            return withoutBalance(evidence);
        }
        double balance = evidence.balance().getAsDouble();
        if (balance >= settings.chargingAboveW()) {
            return high(evidence);
        }
        return balance <= settings.notChargingBelowW() ? low(evidence) : between(evidence);
    }

    /** R1 counts as too low for a charger. */
    public boolean withoutProof(Evidence evidence) {
        return judge(evidence) != Verdict.CHARGING && evidence.balance().isPresent()
                && evidence.balance().getAsDouble() <= settings.notChargingBelowW();
    }

    private Verdict withoutBalance(Evidence evidence) {
        if (lineSaysYes(evidence)) {
            return Verdict.CHARGING;
        }
        if (lineSaysNo(evidence)) {
            return Verdict.NOT_CHARGING;
        }
        return dropSaysYes(evidence)
                ? Verdict.CHARGING
                : dropSaysNo(evidence) ? Verdict.NOT_CHARGING : Verdict.CHECKING;
    }

    private Verdict high(Evidence evidence) {
        boolean against = lineSaysNo(evidence) || (evidence.line().isEmpty() && dropSaysNo(evidence));
        if (!against || recentAtLeast(evidence, settings.chargingAboveW())) {
            return Verdict.CHARGING;
        }
        return recentBelow(evidence, settings.notChargingBelowW()) ? Verdict.NOT_CHARGING : Verdict.CHECKING;
    }

    private Verdict low(Evidence evidence) {
        if (lineSaysYes(evidence) || (evidence.line().isEmpty() && dropSaysYes(evidence))) {
            return recentAtLeast(evidence, settings.chargingAboveW()) ? Verdict.CHARGING : Verdict.CHECKING;
        }
        boolean doubt = evidence.line().orElse(0) > 0;
        return doubt || recentAtLeast(evidence, settings.chargingAboveW()) ? Verdict.CHECKING : Verdict.NOT_CHARGING;
    }

    private Verdict between(Evidence evidence) {
        if (lineSaysYes(evidence)) {
            return Verdict.CHARGING;
        }
        if (lineSaysNo(evidence)) {
            return recentBelow(evidence, ENDED_BELOW_W) ? Verdict.NOT_CHARGING : Verdict.CHECKING;
        }
        if (recentAtLeast(evidence, settings.chargingAboveW()) && dropSaysYes(evidence)) {
            return Verdict.CHARGING;
        }
        return recentBelow(evidence, settings.notChargingBelowW()) && dropSaysNo(evidence)
                ? Verdict.NOT_CHARGING
                : Verdict.CHECKING;
    }

    private boolean lineSaysYes(Evidence evidence) {
        return atLeast(evidence.line(), profile.sureVolts());
    }

    private boolean lineSaysNo(Evidence evidence) {
        return evidence.line().isPresent() && evidence.line().getAsDouble() <= -profile.sureVolts();
    }

    private boolean dropSaysYes(Evidence evidence) {
        return evidence.drop().isPresent() && evidence.drop().getAsDouble() < profile.dropCharging();
    }

    private boolean dropSaysNo(Evidence evidence) {
        return evidence.drop().isPresent() && evidence.drop().getAsDouble() > profile.dropIdle();
    }

    private static boolean recentAtLeast(Evidence evidence, double watts) {
        return atLeast(evidence.recent(), watts);
    }

    private static boolean recentBelow(Evidence evidence, double watts) {
        return evidence.recent().isPresent() && evidence.recent().getAsDouble() < watts;
    }

    private static boolean atLeast(OptionalDouble value, double least) {
        return value.isPresent() && value.getAsDouble() >= least;
    }
}
