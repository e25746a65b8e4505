// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control;

import java.util.Optional;
import org.pigenny.core.model.EngineReport;
import org.pigenny.core.model.EngineReport.Fault;
import org.pigenny.core.model.GeneratorState;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Origin;

/** What the relay server's fault means here. Its codes are those of docs/protocol. */
enum ServerFault {
    EMERGENCY_STOP("G-114"),
    WELDED_STARTER("G-105"),
    WONT_STOP("G-104"),
    I2C("R-202"),
    LOCKED_OUT("G-102"),
    /** The server found itself where it never should be. */
    INTERNAL("G-102"),
    STALLED("G-103"),
    NO_ENGAGE("G-106"),
    IGNITION("G-107"),
    NO_START("G-101"),
    LEASE(
            "R-204"),
    MAX_RUN("G-109");

    private final String alarm;

    ServerFault(String alarm) {
        this.alarm = alarm;
    }

    static Optional<ServerFault> of(EngineReport engine) {
        return engine.fault().map(Fault::code).flatMap(ServerFault::named);
    }

    private static Optional<ServerFault> named(String code) {
        for (ServerFault fault : values()) {
            if (fault.name().equals(code)) {
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    static Message words(EngineReport engine) {
        return of(engine).map(fault -> Message.of("fault." + fault.name()))
                .orElse(Message.of("fault.other", engine.fault().map(Fault::text).orElse("")));
    }

    boolean in(EngineReport engine) {
        return of(engine).filter(fault -> fault == this).isPresent();
    }

    /** The server saw the engine stop by itself and made everything safe. */
    static boolean stalled(EngineReport engine, Stage stage) {
        return (stage == Stage.STOPPING || stage == Stage.OFF || stage == Stage.COOLDOWN) && STALLED.in(engine);
    }

    /** A server that bars starts, with no run of ours. A reset under way needs its time. */
    static GeneratorState idle(Tick t, EngineReport engine) {
        if (!t.drive.resetting(t.nanos())) {
            fail(t, engine);
        }
        return t.resting();
    }

    /** A fault that ended our run. */
    static GeneratorState running(Tick t, EngineReport engine) {
        if (t.state == GeneratorState.STARTING) {
            Runs.countFailure(t);
        }
        fail(t, engine);
        return Runs.ended(t);
    }

    private static void fail(Tick t, EngineReport engine) {
        if (EMERGENCY_STOP.in(engine)) {
            Requests.emergencyStop(t, new Origin("relay server"));
        } else {
            ServerFault fault = of(engine).orElse(INTERNAL);
            t.fail(fault.alarm, words(engine), fault == LOCKED_OUT);
        }
    }
}
