// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.server;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.pigenny.olimex.board.EngineBehaviour;

/** The keys of the settings, with their defaults and what is allowed. The key's word is the lower-case name. */
enum Key {
    RESET_S("1", Kind.SECONDS, 3600),
    PREHEAT_S("0", Kind.SECONDS, 120),
    IGNITION_S("0.5", Kind.SECONDS, 60),
    CRANK_S(
            "10", Kind.POSITIVE_SECONDS, 15),
    GLOW_CRANK_S("2", Kind.SECONDS, 15),
    VERIFY_S("4", Kind.SECONDS,
            60),
    REST_S("15", Kind.SECONDS, 3600),
    WARMUP_S("60", Kind.SECONDS, 3600),
    STABILISE_S("20",
            Kind.SECONDS, 3600),
    COOLDOWN_S("180", Kind.SECONDS, 3600),
    STOP_TIMEOUT_S("60",
            Kind.POSITIVE_SECONDS, 600),
    CHARGER_LEASE_S("30", Kind.POSITIVE_SECONDS,
            3600),
    CLIENT_LEASE_S("60", Kind.POSITIVE_SECONDS, 3600),
    MAX_RUN_S("14400",
            Kind.POSITIVE_SECONDS, 86_400),
    MAX_START_ATTEMPTS("3", Kind.COUNT,
            10),
    MAX_CONNECTIONS("16", Kind.COUNT, 256),
    ALLOW("", "addresses that may command besides loopback, separated by commas"),
    KEY_FILE("", "a file with the shared key: then only its holders may command"),
    /** Simulated engine: fires after this much cranking. */
    FIRES_AFTER_S("2", Kind.SECONDS, 3600),
    /** Simulated engine: how it behaves. */
    ENGINE("ok", EngineBehaviour.words()),
    /** Pre-heat by the time the engine has stood. */
    PREHEAT_TABLE("", "minutes:seconds pairs such as 30:5,240:15"),
    /** An engine that ran this recently is not pre-heated. */
    PREHEAT_SKIP_S("1800", Kind.SECONDS, 86_400),
    /** A connection that says nothing for so long is closed. */
    IDLE_S("300", Kind.POSITIVE_SECONDS, 86_400),
    LOG_FILE("", "a file; empty: gen_server.log in the usual place"),
    /** Size at which the log is rotated; two generations are kept. */
    LOG_KB("512", Kind.COUNT, 16_384),
    /** How the bus is reached. */
    I2C_DRIVER("auto", "auto, i2c-dev, and pi4j where its jar is installed");

    /** What kind of value a key takes. */
    enum Kind {
        SECONDS, POSITIVE_SECONDS, COUNT, TEXT
    }

    private final String byDefault;
    private final Kind kind;
    private final int most;
    private final String allowed;

    Key(String byDefault, Kind kind, int most) {
        this.byDefault = byDefault;
        this.kind = kind;
        this.most = most;
        allowed = "";
    }

    Key(String byDefault, String allowed) {
        this.byDefault = byDefault;
        this.allowed = allowed;
        kind = Kind.TEXT;
        most = 0;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String byDefault() {
        return byDefault;
    }

    Kind kind() {
        return kind;
    }

    int most() {
        return most;
    }

    /** What is allowed, in words. */
    String allowed() {
        return switch (kind) {
            case SECONDS -> "seconds from 0 to " + most;
            case POSITIVE_SECONDS -> "seconds, more than 0, at most " + most;
            case COUNT -> "a whole number from 1 to " + most;
            case TEXT -> allowed;
        };
    }

    static Optional<Key> of(String word) {
        return Arrays.stream(values()).filter(key -> key.word().equals(word)).findFirst();
    }

    /** The key most like a word that is none. */
    static Key nearest(String word) {
        Key best = RESET_S;
        int least = Integer.MAX_VALUE;
        for (Key key : values()) {
            int distance = distance(key.word(), word);
            if (distance < least) {
                least = distance;
                best = key;
            }
        }
        return best;
    }

    /** Levenshtein's. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
