// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.sequence;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.pigenny.olimex.protocol.Phase;

/**
 * The durations and limits of the sequences. Zero is allowed for each duration but the crank.
 *
 * @param crank ignition and starter, more than 0; together with glowCrank at most {@link #STARTER_CAP}
 * @param rest between two uses of the starter; 0 stands for as long as the last use, otherwise at least crank and glowCrank together
 * @param maxStartAttempts failed starts in a row that lock out, 1 to 10
 * @param maxRun limit of a run that holds no lease
 */
public record SequenceSettings(Duration reset, Duration preheat, Duration ignition, Duration crank, Duration glowCrank,
        Duration verify, Duration rest, Duration warmup, Duration stabilise, Duration cooldown, Duration stopTimeout,
        Duration chargerLease, Duration clientLease, Duration maxRun, int maxStartAttempts, Preheat preheatTable) {
    /** No setting and no client can hold the starter longer than this in one attempt. */
    public static final Duration STARTER_CAP = Duration.ofSeconds(15);
    private static final int MOST_ATTEMPTS = 10;

    public SequenceSettings {
        notNegative("reset_s", reset);
        notNegative("preheat_s", preheat);
        notNegative("ignition_s", ignition);
        notNegative("crank_s", crank);
        notNegative("glow_crank_s", glowCrank);
        notNegative("verify_s", verify);
        notNegative("rest_s", rest);
        notNegative("warmup_s", warmup);
        notNegative("stabilise_s", stabilise);
        notNegative("cooldown_s", cooldown);
        notNegative("stop_timeout_s", stopTimeout);
        notNegative("charger_lease_s", chargerLease);
        notNegative("client_lease_s", clientLease);
        notNegative("max_run_s", maxRun);
        require(!crank.isZero(), "crank_s", "must be more than 0");
        Duration starter = crank.plus(glowCrank);
        require(starter.compareTo(STARTER_CAP) <= 0, "crank_s", "and glow_crank_s together may be at most 15");
        require(rest.isZero() || rest.compareTo(starter) >= 0, "rest_s",
                "may not be shorter than crank_s and glow_crank_s together");
        require(!chargerLease.isZero(), "charger_lease_s", "must be more than 0");
        require(!clientLease.isZero(), "client_lease_s", "must be more than 0");
        require(!maxRun.isZero(), "max_run_s", "must be more than 0");
        require(maxStartAttempts >= 1 && maxStartAttempts <= MOST_ATTEMPTS, "max_start_attempts", "must be 1 to 10");
    }

    /** Those of relay-server.md 2. */
    public static SequenceSettings defaults() {
        return new SequenceSettings(seconds(1), seconds(0), Duration.ofMillis(500), seconds(10), seconds(2),
                seconds(4), seconds(15), seconds(60), seconds(20), seconds(180), seconds(60), seconds(30), seconds(60),
                seconds(14_400), 3, Preheat.NONE);
    }

    /**
     * These settings with some durations replaced.
     *
     * @param durations by their keys, such as {@code crank_s}
     * @throws IllegalArgumentException naming the key, when it is unknown or its value is not allowed
     */
    public SequenceSettings with(Map<String, Duration> durations) {
        Map<String, Duration> left = new HashMap<>(durations);
        SequenceSettings changed = new SequenceSettings(take(left, "reset_s", reset), take(left, "preheat_s", preheat),
                take(left, "ignition_s", ignition), take(left, "crank_s", crank),
                take(left, "glow_crank_s", glowCrank), take(left, "verify_s", verify), take(left, "rest_s", rest),
                take(left, "warmup_s", warmup), take(left, "stabilise_s", stabilise),
                take(left, "cooldown_s", cooldown), take(left, "stop_timeout_s", stopTimeout),
                take(left, "charger_lease_s", chargerLease), take(left, "client_lease_s", clientLease),
                take(left, "max_run_s", maxRun), maxStartAttempts, preheatTable);
        require(left.isEmpty(), left.keySet().toString(), "unknown");
        return changed;
    }

    /** These settings with another lock-out limit and another pre-heat table. */
    public SequenceSettings with(int attempts, Preheat table) {
        return new SequenceSettings(reset, preheat, ignition, crank, glowCrank, verify, rest, warmup, stabilise,
                cooldown, stopTimeout, chargerLease, clientLease, maxRun, attempts, table);
    }

    /** How long a phase lasts at most before it ends by itself; zero for one without an end of its own. */
    public Duration lengthOf(Phase phase) {
        return switch (phase) {
            case RESET -> reset;
            case IGNITION -> ignition;
            case CRANK -> crank;
            case GLOW_CRANK -> glowCrank;
            case VERIFY -> verify;
            case WARMUP -> warmup;
            case STABILISE -> stabilise;
            case COOLDOWN -> cooldown;
            case STOPPING -> stopTimeout;
            case OFF, PREHEAT, REST, LOADED, FAULT, UNKNOWN -> Duration.ZERO;
        };
    }

    private static Duration take(Map<String, Duration> from, String key, Duration otherwise) {
        Duration given = from.remove(key);
        return given == null ? otherwise : given;
    }

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }

    private static void notNegative(String key, Duration value) {
        require(!value.isNegative(), key, "may not be negative");
    }

    private static void require(boolean holds, String key, String allowed) {
        if (!holds) {
            throw new IllegalArgumentException(key + " " + allowed);
        }
    }
}
