// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.simulate;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.OptionalDouble;
import org.pigenny.core.model.Command;
import org.pigenny.olimex.board.EngineBehaviour;

/** What may stand in the cells, and what it means. */
final class Cells {
    static final String UNKNOWN = "unknown";
    /** A hundred years: beyond any script, within any arithmetic. */
    private static final BigDecimal LONGEST = BigDecimal.valueOf(3_153_600_000L);

    private Cells() {}

    static void check(int line, Column column, String cell) throws ScriptException {
        switch (column) {
            case T_S -> require(time(cell), line, column, cell, "seconds from 0");
            case SOC_PCT, VBAT_V, PV1_W, PV2_W, LOAD_W, CHARGE_W, DISCHARGE_W, CURRENT_A, TEMPERATURE_C,
                    FUEL_PCT ->
                require(
                        cell.equals(UNKNOWN) || number(cell).isPresent(), line, column, cell, "a number or unknown");
            case INVERTER, RELAY_SERVER -> require(cell.equals("ok") || cell.equals("silent"), line, column, cell,
                    "ok or silent");
            case EXTERNAL_AC, OVERLOAD -> require(cell.equals(UNKNOWN) || flag(cell), line, column, cell,
                    "0, 1 or unknown");
            case AUTOSTART -> require(flag(cell), line, column, cell, "0 or 1");
            case ENGINE -> require(EngineBehaviour.ofWord(cell).isPresent(), line, column, cell,
                    "ok, no_fire, stall, welded_starter, wont_stop, no_charge or i2c_dead");
            case COMMAND -> require(command(cell).isPresent(), line, column, cell, "start, start SECONDS, "
                    + "start until_auto, stop, emergency_stop, reset, service_on or service_off");
            case CLOCK -> require(clock(cell).isPresent(), line, column, cell,
                    "a local date and time such as 2026-01-31T14:59:00");
        }
    }

    private static void require(boolean holds, int line, Column column, String cell, String allowed)
            throws ScriptException {
        if (!holds) {
            throw ScriptException.at(line, column.word() + " '" + cell + "' is not " + allowed);
        }
    }

    private static boolean flag(String cell) {
        return cell.equals("0") || cell.equals("1");
    }

    private static boolean time(String cell) {
        try {
            BigDecimal seconds = new BigDecimal(cell);
            return seconds.signum() >= 0 && seconds.compareTo(LONGEST) <= 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    static OptionalDouble number(String cell) {
        try {
            double value = Double.parseDouble(cell);
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    static Optional<Boolean> truth(String cell) {
        return cell.equals(UNKNOWN) ? Optional.empty() : Optional.of(cell.equals("1"));
    }

    static Optional<LocalDateTime> clock(String cell) {
        try {
            return Optional.of(LocalDateTime.parse(cell.replace(' ', 'T')));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    static Optional<Command> command(String cell) {
        return switch (cell) {
            case "start" -> Optional.of(new Command.StartUntilStopped());
            case "start until_auto" -> Optional.of(new Command.StartUntilAuto());
            case "stop" -> Optional.of(new Command.Stop());
            case "emergency_stop" -> Optional.of(new Command.EmergencyStop());
            case "reset" -> Optional.of(new Command.Reset());
            case "service_on" -> Optional.of(new Command.ServiceMode(true));
            case "service_off" -> Optional.of(new Command.ServiceMode(false));
            default -> cell.startsWith("start ") ? timed(cell.substring(6).trim()) : Optional.empty();
        };
    }

    private static Optional<Command> timed(String seconds) {
        OptionalDouble time = number(seconds);
        return time.isPresent() && time.getAsDouble() > 0 && time.getAsDouble() <= LONGEST.doubleValue()
                ? Optional.of(new Command.StartFor(Duration.ofMillis(Math.round(time.getAsDouble() * 1000))))
                : Optional.empty();
    }
}
