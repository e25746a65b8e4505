// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging.upkeep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When the database is cleaned up: looked at every hour, done once a day in the small hours of the owner, or at once when the last time
 * was more than a day ago: an appliance that is switched off every night is cleaned up, too.
 */
public final class CleanUp {
    private static final Logger LOG = LoggerFactory.getLogger(CleanUp.class);
    private static final Duration LOOK_EVERY = Duration.ofHours(1);
    private static final Duration AT_LEAST_EVERY = Duration.ofHours(24);
    private static final Duration NOT_AGAIN_BEFORE = Duration.ofHours(12);
    private static final int FIRST_HOUR = 1;
    private static final int LAST_HOUR = 5;

    private final Path marker;
    private boolean looked;
    private long lookedAt;

    /** @param database beside which the marker {@code .last_cleanup} lies */
    public CleanUp(Path database) {
        marker = database.resolveSibling(".last_cleanup");
    }

    public boolean due(long nanos, Instant wall, ZoneId zone) {
        if (looked && nanos - lookedAt < LOOK_EVERY.toNanos()) {
            return false;
        }
        looked = true;
        lookedAt = nanos;
        Duration since = Duration.between(last(), wall);
        int hour = wall.atZone(zone).getHour();
        boolean smallHours = hour >= FIRST_HOUR && hour < LAST_HOUR;
        // A marker from the future is one of a clock that was wrong.
        return since.isNegative() || since.compareTo(AT_LEAST_EVERY) > 0
                || (smallHours && since.compareTo(NOT_AGAIN_BEFORE) >= 0);
    }

    public void done(Instant wall) {
        try {
            Files.writeString(marker, wall.toString());
        } catch (IOException e) {
            LOG.warn("{} cannot be written: {}", marker, e.getMessage());
        }
    }

    private Instant last() {
        try {
            return Files.exists(marker) ? Instant.parse(Files.readString(marker).strip()) : Instant.EPOCH;
        } catch (IOException | DateTimeParseException e) {
            LOG.warn("{} cannot be read: {}", marker, e.getMessage());
            return Instant.EPOCH;
        }
    }
}
