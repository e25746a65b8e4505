// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.pigenny.core.model.EngineCommand;

/**
 * The conversation with the relay server.
 *
 * @param asked newest START or STOP
 * @param askedAt when it was last submitted
 * @param tries how often it was submitted
 * @param startAt when a START was last submitted
 * @param resetAt when a RESET was
 * @param deadLooks how many looks in a row found a loaded engine standing still
 * @param lookedAt when the last of them was
 */
record Drive(Optional<EngineCommand> asked, long askedAt, int tries, OptionalLong startAt, OptionalLong resetAt,
        int deadLooks, long lookedAt) {
    static final Drive QUIET = new Drive(Optional.empty(), 0, 0, OptionalLong.empty(), OptionalLong.empty(), 0, 0);
    /** A command whose effect does not show within this time is submitted again; commands are idempotent. */
    static final Duration AGAIN = Duration.ofSeconds(10);
    /** An engine is dead after this many looks at this distance (generator-control.md 1). */
    static final int LOOKS = 3;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    /** @param seen monotonic time of the newest report, which has not shown the effect */
    boolean due(EngineCommand command, long seen) {
        return asked.filter(command::equals).isEmpty() || seen - askedAt >= AGAIN.toNanos();
    }

    Drive submitted(EngineCommand command, long now) {
        int count = asked.filter(command::equals).isPresent() ? tries + 1 : 1;
        return new Drive(Optional.of(command), now, count,
                command == EngineCommand.START ? OptionalLong.of(now) : startAt, resetAt, 0, 0);
    }

    Drive resetSubmitted(long now) {
        return new Drive(asked, askedAt, tries, startAt, OptionalLong.of(now), deadLooks, lookedAt);
    }

    /** The command has had its effect, or nobody wants it any more. */
    Drive settled() {
        return asked.isEmpty() && deadLooks == 0
                ? this
                : new Drive(Optional.empty(), 0, 0, startAt, resetAt, 0, 0);
    }

    Drive look(boolean alive, long now) {
        if (alive) {
            return deadLooks == 0 ? this : new Drive(asked, askedAt, tries, startAt, resetAt, 0, 0);
        }
        return deadLooks > 0 && now - lookedAt < LOOK_EVERY.toNanos()
                ? this
                : new Drive(asked, askedAt, tries, startAt, resetAt, deadLooks + 1, now);
    }

    boolean dead() {
        return deadLooks >= LOOKS;
    }

    /** Whether a reset was submitted so lately that an old fault may still be shown. */
    boolean resetting(long now) {
        return resetAt.isPresent() && now - resetAt.getAsLong() < AGAIN.toNanos();
    }

    boolean startedLately(long now, Duration within) {
        return startAt.isPresent() && now - startAt.getAsLong() < within.toNanos();
    }
}
