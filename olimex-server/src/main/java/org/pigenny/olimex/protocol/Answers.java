// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.protocol;

/** The fixed answers of the wire, byte for byte. */
public final class Answers {
    public static final String GREETING = "GENNY SERVER READY";
    public static final String PONG = "PONG";
    public static final String BYE = "BYE";
    public static final String ERROR = "ERROR";
    public static final String STARTED = "OK: Generator started and charger enabled";
    public static final String ALREADY_RUNNING = "ERROR: Generator already running";
    public static final String ALREADY_STARTING = "ERROR: Start already in progress";
    /** Whatever the cooldown lasted. */
    public static final String STOPPED = "OK: Generator stopped (after 3 min cooldown)";
    public static final String RELAY_NEEDS_VALUE = "ERROR: RELAY requires hex value (e.g., RELAY 0A)";
    public static final String RELAY_RANGE = "ERROR: Relay value must be 0x00-0x0F";
    public static final String RELAY_NOT_HEX = "ERROR: Invalid hex value";
    public static final String RUN_ACCEPTED = "OK: run=";
    /** Asks RUN for a start without the warm-up. A server that does not know a word after RUN ignores it. */
    public static final String SKIP_WARMUP = "SKIP_WARMUP";
    /** Ends the answer to RUN when the warm-up will be skipped: a server that does not say so warms up. */
    public static final String WARMUP_SKIPPED = " warmup=skipped";
    public static final String CHALLENGE = "CHALLENGE ";
    private static final int LONGEST_WORD_QUOTED = 40;

    private Answers() {}

    /** @param inputs raw, -1 when they could not be read */
    public static String failedToStart(int inputs) {
        return "ERROR: Generator failed to start (status=" + inputs + ")";
    }

    public static String relaysSet(int bits) {
        return "OK: Relays set to " + Relay.hex(bits) + " (" + Relay.names(bits) + ")";
    }

    /** The word as it was understood; what cannot be printed is shown as a question mark. */
    public static String unknownCommand(String word) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < Math.min(word.length(), LONGEST_WORD_QUOTED); i++) {
            char c = word.charAt(i);
            shown.append(c > ' ' && c < 0x7F ? c : '?');
        }
        return "ERROR: Unknown command '" + shown + "' (try HELP)";
    }

    public static String error(String text) {
        return "ERROR: " + text;
    }

    public static String ok(String text) {
        return "OK: " + text;
    }
}
