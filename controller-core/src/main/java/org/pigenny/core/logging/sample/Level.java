// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging.sample;

import java.time.Duration;
import java.util.Optional;

/**
 * How finely samples are kept, and how long (generator-control.md 8 and the issue on records). The two-hour level is ours: with it a
 * year is drawn from no more rows than a day.
 */
public enum Level {
    TEN_SECONDS("sample_10s", Duration.ofSeconds(10), Optional.of(Duration.ofDays(31))),
    MINUTE("sample_1m",
            Duration.ofMinutes(1), Optional.of(Duration.ofDays(2 * 366))),
    QUARTER_HOUR("sample_15m",
            Duration.ofMinutes(15),
            Optional.empty()),
    TWO_HOURS("sample_2h", Duration.ofHours(2), Optional.empty());

    private final String table;
    private final Duration step;
    private final Optional<Duration> kept;

    Level(String table, Duration step, Optional<Duration> kept) {
        this.table = table;
        this.step = step;
        this.kept = kept;
    }

    public String table() {
        return table;
    }

    /** Width of one row, s. */
    public long seconds() {
        return step.toSeconds();
    }

    /** How long rows are kept; empty means for ever. */
    public Optional<Duration> kept() {
        return kept;
    }

    public Optional<Level> coarser() {
        return switch (this) {
            case TEN_SECONDS -> Optional.of(MINUTE);
            case MINUTE -> Optional.of(QUARTER_HOUR);
            case QUARTER_HOUR -> Optional.of(TWO_HOURS);
            case TWO_HOURS -> Optional.empty();
        };
    }

    public Optional<Level> finer() {
        return switch (this) {
            case TEN_SECONDS -> Optional.empty();
            case MINUTE -> Optional.of(TEN_SECONDS);
            case QUARTER_HOUR -> Optional.of(MINUTE);
            case TWO_HOURS -> Optional.of(QUARTER_HOUR);
        };
    }

    /** The coarsest level whose rows are no wider than a bucket. */
    static Level forBucket(long bucketSeconds) {
        Level best = TEN_SECONDS;
        for (Level level : values()) {
            if (level.seconds() <= bucketSeconds) {
                best = level;
            }
        }
        return best;
    }
}
