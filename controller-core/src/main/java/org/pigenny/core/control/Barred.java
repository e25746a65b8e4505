// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control;

import org.pigenny.core.model.EngineCommand;
import org.pigenny.core.model.EngineReport;
import org.pigenny.core.model.Event.Kind;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Severity;

/** While nothing may run, an engine that somebody starts at the relay server is stopped again. */
final class Barred {
    private Barred() {}

    static void watch(Tick t, EngineReport engine) {
        switch (Stage.of(engine.phase())) {
            case STARTING, LOADED -> stop(t);
            case OFF, FAULT -> t.drive = t.drive.settled();
            case COOLDOWN, STOPPING, UNKNOWN -> {
            }
        }
    }

    private static void stop(Tick t) {
        if (t.drive.asked().filter(command -> command == EngineCommand.STOP).isEmpty()) {
            t.event(Kind.GENERATOR, Severity.MAJOR, Message.of("event.barred"));
        }
        t.ask(EngineCommand.STOP);
    }
}
