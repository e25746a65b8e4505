// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control.upkeep;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.pigenny.core.model.settings.GeneratorSettings;

/**
 * The last service: hours or months, whichever comes first.
 *
 * @param engineThen engine time then
 * @param date then; empty before the first tick of a new appliance
 */
public record ServiceBook(Duration engineThen, Optional<LocalDate> date) {
    public static final ServiceBook NEW = new ServiceBook(Duration.ZERO, Optional.empty());

    public ServiceBook begun(LocalDate today) {
        return date.isPresent() ? this : new ServiceBook(engineThen, Optional.of(today));
    }

    public static ServiceBook done(Duration engine, LocalDate today) {
        return new ServiceBook(engine, Optional.of(today));
    }

    /** Engine time left, negative when overdue; empty without an interval in hours. */
    public Optional<Duration> left(GeneratorSettings.Service settings, Duration engine) {
        return settings.everyHours() > 0
                ? Optional.of(Duration.ofSeconds(Math.round(settings.everyHours() * 3600))
                        .plus(engineThen)
                        .minus(engine))
                : Optional.empty();
    }

    public Optional<LocalDate> until(GeneratorSettings.Service settings) {
        return settings.everyMonths() > 0
                ? date.map(then -> then.plusMonths(settings.everyMonths()))
                : Optional.empty();
    }

    public boolean due(GeneratorSettings.Service settings, Duration engine, LocalDate today) {
        return left(settings, engine).filter(time -> !time.isPositive()).isPresent()
                || until(settings).filter(date -> !today.isBefore(date)).isPresent();
    }
}
