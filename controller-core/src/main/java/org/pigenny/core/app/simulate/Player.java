// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.simulate;

import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Quantity;
import org.pigenny.core.simulation.loop.ControlledPlant;
import org.pigenny.core.simulation.loop.ScriptedInputs;
import org.pigenny.olimex.board.EngineBehaviour;

/** Applies rows to the plant. A value holds until the next row that gives one. */
final class Player {
    private static final Origin SCRIPT = new Origin("script");

    private final ControlledPlant plant;
    private final Set<Column> columns;
    private final Map<Column, OptionalDouble> numbers = new EnumMap<>(Column.class);

    Player(ControlledPlant plant, Set<Column> columns) {
        this.plant = plant;
        this.columns = columns;
    }

    void play(Row row) {
        row.cells().forEach((column, cell) -> play(column, cell));
        powers();
    }

    private void play(Column column, String cell) {
        ScriptedInputs inputs = plant.inputs();
        switch (column) {
            case T_S -> {
            }
            case SOC_PCT, VBAT_V, PV1_W, PV2_W, LOAD_W, CHARGE_W, DISCHARGE_W, CURRENT_A, TEMPERATURE_C -> numbers.put(
                    column, Cells.number(cell));
            case FUEL_PCT -> inputs.fuelPct(Cells.number(cell));
            case INVERTER -> inputs.silent(cell.equals("silent"));
            case RELAY_SERVER -> plant.relayUp(cell.equals("ok"));
            case EXTERNAL_AC -> inputs.externalAc(Cells.truth(cell));
            case OVERLOAD -> inputs.overload(Cells.truth(cell));
            case ENGINE -> EngineBehaviour.ofWord(cell).ifPresent(plant.engine()::behave);
            case AUTOSTART -> plant.settings(plant.settings().withAutostart(cell.equals("1")));
            case COMMAND -> Cells.command(cell).ifPresent(command -> plant.ask(command, SCRIPT));
            case CLOCK -> Cells.clock(cell).ifPresent(this::clock);
        }
    }

    private void clock(LocalDateTime local) {
        plant.wall(local.atZone(plant.zone()).toInstant());
    }

    private void powers() {
        set(Column.SOC_PCT, Quantity.SOC);
        set(Column.VBAT_V, Quantity.BATTERY_VOLTAGE);
        set(Column.PV1_W, Quantity.PV1_POWER);
        set(Column.PV2_W, Quantity.PV2_POWER);
        set(Column.LOAD_W, Quantity.LOAD_POWER);
        set(Column.CHARGE_W, Quantity.CHARGE_POWER);
        set(Column.DISCHARGE_W, Quantity.DISCHARGE_POWER);
        set(Column.TEMPERATURE_C, Quantity.RADIATOR_TEMPERATURE);
        if (columns.contains(Column.CURRENT_A)) {
            set(Quantity.BATTERY_CURRENT, numbers.getOrDefault(Column.CURRENT_A, OptionalDouble.empty()));
        }
        pv().ifPresent(total -> set(Quantity.PV_POWER, total));
    }

    /** The sum of the strings that the script has; unknown when one of them is. */
    private Optional<OptionalDouble> pv() {
        OptionalDouble one = string(Column.PV1_W);
        OptionalDouble two = string(Column.PV2_W);
        if (!columns.contains(Column.PV1_W) && !columns.contains(Column.PV2_W)) {
            return Optional.empty();
        }
        return Optional.of(one.isPresent() && two.isPresent()
                ? OptionalDouble.of(one.getAsDouble() + two.getAsDouble())
                : OptionalDouble.empty());
    }

    private OptionalDouble string(Column column) {
        return columns.contains(column)
                ? numbers.getOrDefault(column, OptionalDouble.empty())
                : OptionalDouble.of(0);
    }

    private void set(Column column, Quantity quantity) {
        @Nullable
        OptionalDouble value = numbers.get(column);
        if (value != null) {
            set(quantity, value);
        }
    }

    private void set(Quantity quantity, OptionalDouble value) {
        if (value.isPresent()) {
            plant.inputs().set(quantity, value.getAsDouble());
        } else {
            plant.inputs().unknown(quantity);
        }
    }
}
