// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.protocol;

import java.util.Locale;
import java.util.Optional;

/** The first word of a command, in any case. The legacy ones come first. */
public enum Verb {
    PING(false, "heartbeat"),
    STATUS(false, "everything, KEY: value lines until END"),
    INPUTS(false,
            "the opto-isolated inputs"),
    START(true, "start the generator, answers when it carries the charger"),
    STOP(
            true, "stop the generator, answers when it is off"),
    RELAY(true,
            "RELAY 0A sets the relays, in maintenance mode only"),
    HELP(false,
            "this list"),
    QUIT(false, "close the connection"),
    /** Non-blocking start with a lease. */
    RUN(true, "start with a lease, answers at once with a run id; RUN SKIP_WARMUP without the warm-up"),
    /** Non-blocking stop. */
    HALT(true, "stop, answers at once"),
    /** Emergency stop. */
    ESTOP(true, "emergency stop: all relays off until RESET"),
    /** Clears fault and lock-out. */
    RESET(true, "clear fault and lock-out when the cause is gone"),
    /** Renews the leases of the run. */
    RENEW(true, "renew the lease of the run"),
    /** Charger off and on again. */
    CYCLE(true, "charger off and on again, the engine running on"),
    MAINTENANCE(true,
            "MAINTENANCE ON or OFF"),
    SUBSCRIBE(false, "push every change as EVENT lines"),
    AUTH(false,
            "AUTH asks for a challenge, AUTH <hmac> answers it"),
    HANDOVER(true,
            "end at the next SIGTERM without stopping the engine"),
    SIMULATE(true,
            "SIMULATE stall changes the simulated engine");

    private final boolean commands;
    private final String help;

    Verb(boolean commands, String help) {
        this.commands = commands;
        this.help = help;
    }

    /** Needs permission: it could move something. */
    public boolean commands() {
        return commands;
    }

    public String help() {
        return help;
    }

    /** Overtakes a start that is being waited for on the same connection. */
    public boolean overtakes() {
        return this == STOP || this == HALT || this == ESTOP;
    }

    public static Optional<Verb> of(String word) {
        String upper = word.toUpperCase(Locale.ROOT);
        for (Verb verb : values()) {
            if (verb.name().equals(upper)) {
                return Optional.of(verb);
            }
        }
        return Optional.empty();
    }
}
