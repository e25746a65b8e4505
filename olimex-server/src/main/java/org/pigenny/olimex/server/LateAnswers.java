// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.server;

import java.util.Optional;
import org.pigenny.olimex.protocol.Answers;
import org.pigenny.olimex.protocol.StartOutcome;
import org.pigenny.olimex.sequence.SequenceReport;

/** The answers that legacy clients wait for: they come when what was asked has come to its end. */
final class LateAnswers {
    private LateAnswers() {}

    /** To START: when the engine carries the charger, or never will. */
    static Order.Result started(long runId) {
        return report -> {
            if (report.runId() == runId && report.lastStart() == StartOutcome.PENDING) {
                return Optional.empty();
            }
            boolean runs = report.runId() == runId && report.lastStart() == StartOutcome.RUNNING;
            return Optional.of(runs ? Answers.STARTED : Answers.failedToStart(report.startStatus()));
        };
    }

    /** To STOP: when the engine is proven off, or cannot be. */
    static Optional<String> stopped(SequenceReport report) {
        return switch (report.phase()) {
            case OFF -> Optional.of(Answers.STOPPED);
            case COOLDOWN, STOPPING -> Optional.empty();
            case FAULT -> report.relays() != 0
                    ? Optional.empty()
                    : Optional.of(report.inputs().allOff()
                            ? Answers.STOPPED
                            : Answers.error("Generator is not proven off (" + report.inputs().describe() + ")"));
            case UNKNOWN -> report.inputs().known() || report.fault().isEmpty()
                    ? Optional.empty()
                    : Optional.of(Answers.error("Inputs cannot be read"));
            case REST, RESET, PREHEAT, IGNITION, CRANK, GLOW_CRANK, VERIFY, WARMUP, STABILISE, LOADED -> Optional.of(
                    Answers.error("Generator was started again"));
        };
    }
}
