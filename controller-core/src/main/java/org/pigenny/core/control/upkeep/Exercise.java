// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control.upkeep;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import org.pigenny.core.model.settings.GeneratorSettings;

/**
 * The exercise schedule and the exercise under way.
 *
 * @param handled last due date that was run, skipped or missed
 * @param engineThen engine time at the last one that was run or skipped
 * @param until monotonic end of the exercise under way; empty when none is
 * @param fullSince since when the battery has counted as full
 */
public record Exercise(Optional<LocalDate> handled, Duration engineThen, OptionalLong until, OptionalLong fullSince) {
    public static final Exercise NONE = new Exercise(Optional.empty(), Duration.ZERO, OptionalLong.empty(),
            OptionalLong.empty());
    /** An exercise whose minute has passed is missed. */
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final Duration FULL_FOR = Duration.ofMinutes(10);

    public boolean active() {
        return until.isPresent();
    }

    /** The due date whose minute is now and that was not handled yet. */
    public Optional<LocalDate> due(GeneratorSettings.Exercise settings, Instant wall, ZoneId zone) {
        if (!settings.enabled()) {
            return Optional.empty();
        }
        LocalDate today = wall.atZone(zone).toLocalDate();
        Instant due = today.atTime(settings.at()).atZone(zone).toInstant();
        boolean now = !wall.isBefore(due) && wall.isBefore(due.plus(WINDOW));
        return now && scheduled(settings, today) && handled.filter(today::equals).isEmpty()
                ? Optional.of(today)
                : Optional.empty();
    }

    private static boolean scheduled(GeneratorSettings.Exercise settings, LocalDate date) {
        long days = ChronoUnit.DAYS.between(settings.firstDate(), date);
        return days >= 0 && days % settings.everyDays() == 0;
    }

    /** When the next one is due. */
    public Optional<Instant> next(GeneratorSettings.Exercise settings, Instant wall, ZoneId zone) {
        if (!settings.enabled()) {
            return Optional.empty();
        }
        LocalDate date = wall.atZone(zone).toLocalDate();
        if (!date.atTime(settings.at()).atZone(zone).toInstant().isAfter(wall)) {
            date = date.plusDays(1);
        }
        long days = ChronoUnit.DAYS.between(settings.firstDate(), date);
        long wait = days < 0 ? -days : Math.floorMod(-days, settings.everyDays());
        return Optional.of(date.plusDays(wait).atTime(settings.at()).atZone(zone).toInstant());
    }

    /** Whether the engine ran long enough since the last one. */
    public boolean skips(GeneratorSettings.Exercise settings, Duration engine) {
        return settings.skipIfRan().isPositive() && engine.minus(engineThen).compareTo(settings.skipIfRan()) >= 0;
    }

    public Exercise missed(LocalDate date) {
        return new Exercise(Optional.of(date), engineThen, until, fullSince);
    }

    public Exercise skipped(LocalDate date, Duration engine) {
        return new Exercise(Optional.of(date), engine, until, fullSince);
    }

    public Exercise begun(LocalDate date, Duration engine, long end) {
        return new Exercise(Optional.of(date), engine, OptionalLong.of(end), OptionalLong.empty());
    }

    public Exercise ended() {
        return active() ? new Exercise(handled, engineThen, OptionalLong.empty(), OptionalLong.empty()) : this;
    }

    public Exercise sawFull(boolean full, long now) {
        if (full == fullSince.isPresent()) {
            return this;
        }
        return new Exercise(handled, engineThen, until, full ? OptionalLong.of(now) : OptionalLong.empty());
    }

    /** Moves monotonic times to another clock. */
    public Exercise shifted(long by) {
        return active()
                ? new Exercise(handled, engineThen, OptionalLong.of(until.getAsLong() + by), OptionalLong.empty())
                : this;
    }

    /** Over by time, or by a battery that is full. */
    public boolean over(GeneratorSettings.Exercise settings, boolean socFull, long now) {
        if (!settings.untilFull()) {
            return active() && now >= until.getAsLong();
        }
        return active() && (socFull
                || (fullSince.isPresent() && now - fullSince.getAsLong() >= FULL_FOR.toNanos()));
    }
}
