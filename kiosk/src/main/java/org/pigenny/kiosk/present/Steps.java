// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.present;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.pigenny.core.model.ChargeProof;
import org.pigenny.core.model.EnginePhase;
import org.pigenny.core.model.settings.EngineSettings;
import org.pigenny.kiosk.control.SequenceBar.Segment;
import org.pigenny.kiosk.control.SequenceBar.Stage;

/** The steps of a run, as the sequence bar shows them. */
public final class Steps {
    /** One step: the phases it stands for, and its width in the bar. */
    private enum Step {
        IGNITION(20), CRANK(27), VERIFY(20), WARMUP(67), SETTLE(34), CHARGING(270), COOLDOWN(67);

        private final double weight;

        Step(double weight) {
            this.weight = weight;
        }
    }

    private Steps() {}

    public static List<Segment> of(Now now) {
        Optional<Step> live = live(Engine.phase(now));
        Optional<Failure> failure = Failure.of(now.core().control());
        List<Segment> segments = new ArrayList<>();
        for (Step step : Step.values()) {
            Stage stage = failure.map(what -> failedStage(step, what)).orElseGet(() -> stage(step, live));
            double progress = stage == Stage.LIVE ? progress(now, step) : 0;
            segments.add(new Segment(now.words().say("ui.step." + step.name().toLowerCase(java.util.Locale.ROOT)),
                    step.weight, stage, progress));
        }
        return segments;
    }

    private static Stage stage(Step step, Optional<Step> live) {
        return live.map(current -> switch (Integer.signum(step.compareTo(current))) {
            case -1 -> Stage.PAST;
            case 0 -> Stage.LIVE;
            default -> Stage.AHEAD;
        }).orElse(Stage.AHEAD);
    }

    /** How far it got; what has nothing to do with a step marks none. */
    private static Stage failedStage(Step step, Failure failure) {
        Optional<Step> at = switch (failure) {
            case START -> Optional.of(Step.CRANK);
            case RUN -> Optional.of(Step.CHARGING);
            case STOP -> Optional.of(Step.COOLDOWN);
            case OTHER -> Optional.empty();
        };
        Stage stage = stage(step, at);
        return stage == Stage.LIVE ? Stage.FAILED : stage;
    }

    private static Optional<Step> live(EnginePhase phase) {
        return switch (phase) {
            case RESET, PREHEAT, IGNITION -> Optional.of(Step.IGNITION);
            case CRANK, GLOW_CRANK, REST -> Optional.of(Step.CRANK);
            case VERIFY -> Optional.of(Step.VERIFY);
            case WARMUP -> Optional.of(Step.WARMUP);
            case STABILISE -> Optional.of(Step.SETTLE);
            case LOADED -> Optional.of(Step.CHARGING);
            case COOLDOWN, STOPPING -> Optional.of(Step.COOLDOWN);
            case OFF, FAULT, UNKNOWN -> Optional.empty();
        };
    }

    private static double progress(Now now, Step step) {
        return step == Step.CHARGING ? chargeProgress(now) : phaseProgress(now);
    }

    private static double phaseProgress(Now now) {
        return Engine.known(now)
                .flatMap(report -> report.phaseLeft().map(left -> done(left, total(now, report.phase()))))
                .orElse(0.0);
    }

    private static double done(Duration left, Duration total) {
        return total.isPositive() ? 1 - left.toMillis() / (double) total.toMillis() : 0;
    }

    /** What a phase lasts: as watched, else as set. Zero when nobody knows. */
    public static Duration total(Now now, EnginePhase phase) {
        EngineSettings set = now.core().settings().engine();
        return now.times().of(phase).orElse(switch (phase) {
            case RESET -> set.reset();
            case PREHEAT -> set.preheat();
            case IGNITION -> set.ignition();
            case CRANK -> set.crank();
            case GLOW_CRANK -> set.glowCrank();
            case VERIFY -> set.verify();
            case REST -> set.rest();
            case WARMUP -> set.warmup();
            case STABILISE -> set.stabilise();
            case COOLDOWN -> set.cooldown();
            case STOPPING -> set.stopTimeout();
            case OFF, LOADED, FAULT, UNKNOWN -> Duration.ZERO;
        });
    }

    /** By time: what has passed of what has passed and is expected. Unknown is drawn as nothing done. */
    private static double chargeProgress(Now now) {
        Optional<ChargeProof.Range> left = now.core().control().proof().toStop();
        Optional<Instant> since = now.core().control().runStarted();
        if (left.isEmpty() || since.isEmpty()) {
            return 0;
        }
        double passed = Math.max(0, Duration.between(since.get(), now.wall()).toSeconds());
        double ahead = left.get().from().plus(left.get().to()).toSeconds() / 2.0;
        return passed + ahead > 0 ? passed / (passed + ahead) : 0;
    }
}
