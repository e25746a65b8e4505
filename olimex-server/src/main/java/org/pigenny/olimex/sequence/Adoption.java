// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.sequence;

import java.util.Optional;
import org.pigenny.olimex.protocol.FaultCode;
import org.pigenny.olimex.protocol.Input;
import org.pigenny.olimex.protocol.Inputs;
import org.pigenny.olimex.protocol.Phase;

/** How a new process goes on from what the last one saved and what the inputs say. The inputs win. */
final class Adoption {
    private Adoption() {}

    /**
     * @param phase to go on in
     * @param keepsTime the phase goes on counting from where it was
     * @param failed the start under way has failed
     * @param starterRests the starter may have turned just now
     * @param unknownRun the engine runs and nobody knows since when and why
     */
    record Plan(Phase phase, String why, boolean keepsTime, boolean failed, boolean starterRests, boolean unknownRun,
            Optional<Fault> note) {
        static Plan to(Phase phase, String why) {
            return new Plan(phase, why, false, false, false, false, Optional.empty());
        }

        Plan keepingTime() {
            return new Plan(phase, why, true, failed, starterRests, unknownRun, note);
        }

        Plan failing(FaultCode code, String text) {
            return new Plan(phase, why, keepsTime, true, true, unknownRun, Optional.of(new Fault(code, text)));
        }

        Plan noting(FaultCode code, String text) {
            return new Plan(phase, why, keepsTime, failed, starterRests, unknownRun,
                    Optional.of(new Fault(code, text)));
        }

        Plan resting() {
            return new Plan(phase, why, keepsTime, failed, true, unknownRun, note);
        }

        Plan ofUnknownRun() {
            return new Plan(phase, why, keepsTime, failed, starterRests, true, note);
        }
    }

    static Plan plan(Saved saved, Inputs inputs) {
        boolean running = inputs.on(Input.RUNNING);
        Plan plan = switch (saved.phase()) {
            case LOADED -> running
                    ? Plan.to(Phase.LOADED, "taken over").keepingTime()
                    : Plan.to(Phase.STOPPING, "engine stopped while the server was away")
                            .noting(FaultCode.STALLED, "Engine stopped while the server was away");
            case WARMUP, STABILISE, COOLDOWN -> running
                    ? Plan.to(saved.phase(), "taken over").keepingTime()
                    : lost(saved);
            case CRANK, GLOW_CRANK, VERIFY -> running
                    ? Plan.to(Phase.VERIFY, "taken over").resting()
                    : lost(saved);
            case REST, RESET, PREHEAT, IGNITION -> running && inputs.on(Input.IGNITION)
                    ? Plan.to(Phase.VERIFY, "taken over").resting()
                    : Plan.to(Phase.STOPPING, "a start was cut short").resting();
            case STOPPING -> Plan.to(Phase.STOPPING, "taken over").keepingTime();
            case FAULT -> fault(saved, running);
            case OFF -> saved.maintenance() ? Plan.to(Phase.STOPPING, "maintenance was cut short") : idle(inputs);
            case UNKNOWN -> saved.fault().isPresent() ? fault(saved, running) : idle(inputs);
        };
        return saved.failedAttempts() > 0 ? plan.resting() : plan;
    }

    private static Plan lost(Saved saved) {
        Plan stopping = Plan.to(Phase.STOPPING, "engine does not run");
        return saved.attemptOpen()
                ? stopping.failing(FaultCode.NO_START, "Start was cut short, engine does not run")
                : stopping.noting(FaultCode.STALLED, "Engine stopped while the server was away");
    }

    /** A fault stays a fault; an engine that was being cooled down on it still is. */
    private static Plan fault(Saved saved, boolean running) {
        boolean blindStop = saved.fault().isPresent() && saved.fault().get().code() == FaultCode.I2C
                && saved.relays() != 0;
        return running && blindStop
                ? Plan.to(saved.loaded() ? Phase.COOLDOWN : Phase.STOPPING, "taken over")
                : Plan.to(Phase.FAULT, "fault from before");
    }

    /** The last process left it off, or nobody knows: an engine that runs on live ignition is taken over. */
    private static Plan idle(Inputs inputs) {
        if (!inputs.on(Input.RUNNING)) {
            return Plan.to(Phase.OFF, "engine stands");
        }
        return inputs.on(Input.IGNITION)
                ? Plan.to(Phase.WARMUP, "a running engine is taken over").ofUnknownRun()
                : Plan.to(Phase.OFF, "engine runs with ignition off");
    }
}
