// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.relay;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.pigenny.core.model.EngineCommand;

/**
 * Commands that wait for the connection. An emergency stop overtakes all and takes back what would move the engine; a stop
 * takes back a start.
 */
final class Outbox {
    private final Set<EngineCommand> waiting = EnumSet.noneOf(EngineCommand.class);

    synchronized void put(EngineCommand command) {
        switch (command) {
            case EMERGENCY_STOP -> waiting.clear();
            case STOP -> {
                waiting.removeIf(EngineCommand::starts);
                waiting.remove(EngineCommand.CYCLE_CHARGER);
            }
            case START, START_WITHOUT_WARMUP ->
                waiting.removeIf(other -> other.starts() || other == EngineCommand.STOP);
            case RESET, CYCLE_CHARGER -> {
            }
        }
        waiting.add(command);
    }

    /** The most urgent one. */
    synchronized Optional<EngineCommand> take() {
        for (EngineCommand command : new EngineCommand[]{EngineCommand.EMERGENCY_STOP, EngineCommand.STOP,
            EngineCommand.RESET, EngineCommand.START, EngineCommand.START_WITHOUT_WARMUP,
            EngineCommand.CYCLE_CHARGER}) {
            if (waiting.remove(command)) {
                return Optional.of(command);
            }
        }
        return Optional.empty();
    }

    /**
     * Takes one that may not wait for a connection to come: late, it would surprise. What makes the engine safe stays and is
     * delivered whenever the server is back.
     */
    synchronized Optional<EngineCommand> takeUndeliverable() {
        for (EngineCommand command : new EngineCommand[]{EngineCommand.START, EngineCommand.START_WITHOUT_WARMUP,
            EngineCommand.RESET, EngineCommand.CYCLE_CHARGER}) {
            if (waiting.remove(command)) {
                return Optional.of(command);
            }
        }
        return Optional.empty();
    }
}
