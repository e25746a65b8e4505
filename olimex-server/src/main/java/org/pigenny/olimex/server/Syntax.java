// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.server;

import java.util.Locale;
import java.util.Optional;
import org.pigenny.olimex.board.EngineBehaviour;
import org.pigenny.olimex.protocol.Answers;
import org.pigenny.olimex.protocol.Verb;

/** Judges how a command is written, before anybody asks who sent it. */
final class Syntax {
    private static final int HIGHEST_RELAYS = 0x0F;

    private Syntax() {}

    /** What is wrong with how a command is written, as it is answered. */
    static Optional<String> fault(Verb verb, String argument) {
        return switch (verb) {
            case RELAY -> relaySyntax(argument);
            case MAINTENANCE -> argument.equalsIgnoreCase("ON") || argument.equalsIgnoreCase("OFF")
                    ? Optional.empty()
                    : Optional.of(Answers.error("MAINTENANCE requires ON or OFF"));
            case SIMULATE -> EngineBehaviour.ofWord(argument.toLowerCase(Locale.ROOT)).isPresent()
                    ? Optional.empty()
                    : Optional.of(Answers.error("SIMULATE requires ok, no_fire, stall, welded_starter, wont_stop,"
                            + " no_charge or i2c_dead"));
            case PING, STATUS, INPUTS, START, STOP, HELP, QUIT, RUN, HALT, ESTOP, RESET, RENEW, CYCLE, SUBSCRIBE, AUTH,
                    HANDOVER ->
                Optional
                        .empty();
        };
    }

    private static Optional<String> relaySyntax(String argument) {
        if (argument.isEmpty()) {
            return Optional.of(Answers.RELAY_NEEDS_VALUE);
        }
        String digits = argument.replaceFirst("^([+-]?)0[xX]", "$1");
        if (!digits.matches("[+-]?[0-9a-fA-F]+")) {
            return Optional.of(Answers.RELAY_NOT_HEX);
        }
        boolean inRange = digits.matches("[+-]?0*[0-9a-fA-F]") && (!digits.startsWith("-") || digits.matches("-0+"));
        return inRange ? Optional.empty() : Optional.of(Answers.RELAY_RANGE);
    }

    /** The bits of a RELAY that is written well. */
    static int relays(String argument) {
        return Integer.parseInt(argument.substring(argument.length() - 1), HIGHEST_RELAYS + 1);
    }
}
