// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging.csv;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pigenny.core.api.CoreSnapshot;
import org.pigenny.core.model.EngineReport;
import org.pigenny.core.model.LinkReport;
import org.pigenny.core.model.Quantity;

/**
 * One line of the daily CSV file (generator-control.md 8). What is not known is empty; times are the owner's, without an offset,
 * with the Unix time beside them.
 *
 * @param day whose file the line belongs to
 */
public record CsvRow(LocalDate day, String line) {
    public static final String HEADER = "timestamp,timestamp_unix,soc_pct,soh_pct,vbat_v,vpv1_v,vpv2_v,pv1_power_w,"
            + "pv2_power_w,load_power_w,charge_power_w,discharge_power_w,generator_state,generator_running";

    private static final List<Quantity> QUANTITIES = List.of(Quantity.SOC, Quantity.SOH, Quantity.BATTERY_VOLTAGE,
            Quantity.PV1_VOLTAGE, Quantity.PV2_VOLTAGE, Quantity.PV1_POWER, Quantity.PV2_POWER, Quantity.LOAD_POWER,
            Quantity.CHARGE_POWER, Quantity.DISCHARGE_POWER);
    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss",
            Locale.ROOT);
    private static final int DECIMALS = 2;

    /**
     * The line for a moment, from the newest snapshot.
     *
     * @param nanos monotonic time of the moment, against which the readings' ages count
     */
    public static CsvRow of(CoreSnapshot newest, long nanos, Instant wall, ZoneId zone) {
        LocalDateTime local = LocalDateTime.ofInstant(wall.truncatedTo(ChronoUnit.SECONDS), zone);
        StringBuilder line = new StringBuilder(160).append(TIMESTAMP.format(local))
                .append(',')
                .append(wall.getEpochSecond());
        for (Quantity quantity : QUANTITIES) {
            line.append(',');
            newest.inverter()
                    .known(quantity, nanos, newest.settings().generator().pollInterval())
                    .ifPresent(value -> line.append(number(value)));
        }
        line.append(',').append(newest.control().state()).append(',');
        running(newest).ifPresent(on -> line.append(on ? 1 : 0));
        return new CsvRow(local.toLocalDate(), line.toString());
    }

    private static Optional<Boolean> running(CoreSnapshot newest) {
        return newest.relayLink().state() == LinkReport.State.UP
                ? newest.engine().flatMap(EngineReport::running)
                : Optional.empty();
    }

    private static String number(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }
}
