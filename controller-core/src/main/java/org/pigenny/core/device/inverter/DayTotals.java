// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.inverter;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.pigenny.core.model.InverterReport;
import org.pigenny.core.model.Quantity;
import org.pigenny.core.model.Reading;

/**
 * Energy of the day by our own clock, summed up from power. The inverter's day counters turn at its own midnight, and its
 * clock knows no summer time (inverter.md, quirk 13); they serve once, when the program starts without a memory of the day.
 * For one thread.
 */
public final class DayTotals {
    /** Between two readings that lie further apart than this nothing is known: a gap stays a gap. */
    static final Duration LONGEST_GAP = Duration.ofMinutes(15);
    private static final Map<Quantity, Quantity> SUMMED = Map.of(Quantity.PV_POWER, Quantity.PV_ENERGY_TODAY,
            Quantity.LOAD_POWER, Quantity.LOAD_ENERGY_TODAY);
    private static final double WATT_NANOS_PER_KWH = 1000 * 3600 * 1e9;
    private static final String DAY = "day";

    private record Sum(double kwh, Reading last) {}

    private final Map<Quantity, Sum> sums = new EnumMap<>(Quantity.class);
    private final Map<Quantity, Double> remembered = new EnumMap<>(Quantity.class);
    private Optional<LocalDate> day = Optional.empty();

    /**
     * The report with our day totals in the place of the inverter's.
     *
     * @param nowNanos plant time now, and the UTC instant of the same moment
     * @param zone whose midnight begins a day
     */
    public InverterReport add(InverterReport report, long nowNanos, Instant now, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        Instant midnight = today.atStartOfDay(zone).toInstant();
        long midnightNanos = nowNanos - Duration.between(midnight, now).toNanos();
        boolean turned = day.isPresent() && !day.get().equals(today);
        day = Optional.of(today);
        Map<Quantity, Reading> readings = new EnumMap<>(Quantity.class);
        readings.putAll(report.readings());
        SUMMED.forEach((power, energy) -> report.reading(power)
                .ifPresent(reading -> {
                    Sum sum = next(energy, reading, report, turned, midnightNanos);
                    sums.put(energy, sum);
                    readings.put(energy, new Reading(sum.kwh(), sum.last().takenAtNanos()));
                }));
        return new InverterReport(readings, report.flags(), report.cadence());
    }

    private Sum next(Quantity energy, Reading power, InverterReport report, boolean turned, long midnightNanos) {
        Sum sum = sums.get(energy);
        if (sum == null) {
            double inverters = report.reading(energy).map(Reading::value).orElse(0.0);
            double begun = Objects.requireNonNullElse(remembered.remove(energy), inverters);
            return new Sum(turned ? 0 : begun, power);
        }
        double before = turned ? 0 : sum.kwh();
        // Of the step over midnight only the part after it belongs to the new day.
        long from = Math.max(sum.last().takenAtNanos(), midnightNanos);
        long step = power.takenAtNanos() - from;
        boolean gap = power.takenAtNanos() - sum.last().takenAtNanos() > LONGEST_GAP.toNanos();
        double mean = (sum.last().value() + power.value()) / 2;
        return new Sum(gap || step <= 0 ? before : before + mean * step / WATT_NANOS_PER_KWH, power);
    }

    /** What must survive a restart. */
    public Map<String, String> save() {
        Map<String, String> saved = new LinkedHashMap<>();
        day.ifPresent(today -> saved.put(DAY, today.toString()));
        sums.forEach((energy, sum) -> saved.put(energy.name(), Double.toString(sum.kwh())));
        return saved;
    }

    /** Goes on with what was saved, when it is of today. A damaged entry counts as none. */
    public static DayTotals restore(Map<String, String> saved, Instant now, ZoneId zone) {
        DayTotals totals = new DayTotals();
        try {
            if (LocalDate.parse(saved.getOrDefault(DAY, "")).equals(LocalDate.ofInstant(now, zone))) {
                SUMMED.values()
                        .forEach(energy -> number(saved.get(energy.name()))
                                .ifPresent(kwh -> totals.remembered.put(energy, kwh)));
            }
        } catch (DateTimeParseException noDay) {
            totals.remembered.clear();
        }
        return totals;
    }

    private static Optional<Double> number(@org.jspecify.annotations.Nullable String text) {
        try {
            double value = text == null ? Double.NaN : Double.parseDouble(text);
            return value >= 0 && value < 10_000 ? Optional.of(value) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
