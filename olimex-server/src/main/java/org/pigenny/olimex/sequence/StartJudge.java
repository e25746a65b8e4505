// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.sequence;

import java.util.Optional;
import org.pigenny.olimex.protocol.Phase;

/** Whether a start may begin now, and if not, why. */
final class StartJudge {
    private StartJudge() {}

    static Optional<StartAnswer.Refused> refusal(Phase phase, InputWatch inputs, Faults faults, boolean maintenance,
            boolean closing) {
        if (closing) {
            return refuse(StartAnswer.Reason.CLOSING, "Server is closing down");
        }
        if (phase.starting()) {
            return refuse(StartAnswer.Reason.IN_PROGRESS, "Start already in progress");
        }
        if (phase == Phase.LOADED || phase == Phase.COOLDOWN) {
            return refuse(StartAnswer.Reason.RUNNING, "Generator already running");
        }
        if (phase == Phase.STOPPING) {
            return refuse(StartAnswer.Reason.STOPPING, "Generator is stopping");
        }
        if (faults.latched()) {
            return refuse(StartAnswer.Reason.FAULT, faults.text() + " (RESET first)");
        }
        if (phase == Phase.UNKNOWN || !inputs.known()) {
            return refuse(StartAnswer.Reason.BLIND, "Inputs cannot be read");
        }
        if (maintenance) {
            return refuse(StartAnswer.Reason.MAINTENANCE, "In maintenance mode");
        }
        return inputs.mayTurn()
                ? refuse(StartAnswer.Reason.RUNNING, "Generator already running")
                : Optional.empty();
    }

    private static Optional<StartAnswer.Refused> refuse(StartAnswer.Reason reason, String text) {
        return Optional.of(new StartAnswer.Refused(reason, text));
    }
}
