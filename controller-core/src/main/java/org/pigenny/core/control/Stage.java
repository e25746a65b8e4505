// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control;

import org.pigenny.core.model.EnginePhase;
import org.pigenny.core.model.GeneratorState;

/** The relay server's phases as far as decisions differ by them. */
enum Stage {
    OFF, STARTING, LOADED, COOLDOWN, STOPPING, FAULT, UNKNOWN;

    static Stage of(EnginePhase phase) {
        return switch (phase) {
            case OFF -> OFF;
            case RESET, PREHEAT, IGNITION, CRANK, GLOW_CRANK, VERIFY, REST, WARMUP, STABILISE -> STARTING;
            case LOADED -> LOADED;
            case COOLDOWN -> COOLDOWN;
            case STOPPING -> STOPPING;
            case FAULT -> FAULT;
            case UNKNOWN -> UNKNOWN;
        };
    }

    /** The controller's state that says the same. */
    GeneratorState state() {
        return switch (this) {
            case OFF -> GeneratorState.IDLE;
            case STARTING -> GeneratorState.STARTING;
            case LOADED -> GeneratorState.RUNNING;
            case COOLDOWN, STOPPING -> GeneratorState.STOPPING;
            case FAULT -> GeneratorState.ERROR;
            case UNKNOWN -> GeneratorState.UNKNOWN;
        };
    }

    boolean active() {
        return this == STARTING || this == LOADED || this == COOLDOWN || this == STOPPING;
    }
}
