// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.pigenny.core.model.Command;
import org.pigenny.core.model.EngineCommand;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Outcome;
import org.pigenny.core.model.PlantSnapshot;
import org.pigenny.core.model.Quantity;
import org.pigenny.core.model.settings.EngineSettings;
import org.pigenny.core.model.settings.Settings;
import org.pigenny.core.simulation.loop.ControlledPlant;
import org.pigenny.olimex.board.EngineBehaviour;

/** A house in which anything may happen: the same seed gives the same history. */
final class RandomHistory {
    private static final List<EngineBehaviour> ANY = List.of(EngineBehaviour.values());

    private static final List<Command> COMMANDS = List.of(new Command.StartUntilStopped(),
            new Command.StartFor(Duration.ofMinutes(20)), new Command.StartUntilAuto(), new Command.Stop(),
            new Command.EmergencyStop(), new Command.Reset(), new Command.ServiceMode(true),
            new Command.ServiceMode(false), new Command.EndHold(), new Command.Acknowledge("G-109"),
            new Command.Acknowledge("G-101"), new Command.Shelve("R-201", Duration.ofHours(1)),
            new Command.SetFuel(80), new Command.ServiceDone());
    private static final Origin SOMEBODY = new Origin("somebody");
    private static final List<Quantity> QUANTITIES = List.of(Quantity.LOAD_POWER, Quantity.BATTERY_VOLTAGE,
            Quantity.CHARGE_POWER, Quantity.DISCHARGE_POWER, Quantity.PV_POWER, Quantity.RADIATOR_TEMPERATURE);

    final ControlledPlant plant;
    private final Random random;
    /** Of what harries the controller; a stream of its own, so that the history of a calm one is the same with it. */
    private final Optional<Random> harrying;
    private double soc = 50;

    /** What one tick saw and did. */
    record Moment(Memory before, PlantSnapshot seen, List<Request> asked, List<Outcome> judged, Step step) {}

    RandomHistory(long seed) {
        this(seed, Optional.empty());
    }

    /**
     * In this one the controller stalls now and then, while somebody else starts and stops at the relay server, and states that
     * last for moments only are disturbed most.
     */
    static RandomHistory harried(long seed) {
        return new RandomHistory(seed, Optional.of(new Random(~seed)));
    }

    private RandomHistory(long seed, Optional<Random> harrying) {
        random = new Random(seed);
        this.harrying = harrying;
        Settings settings = settings();
        EngineSettings d = EngineSettings.defaults();
        EngineSettings quick = new EngineSettings(d.preheat(), d.reset(), d.ignition(), d.crank(), d.glowCrank(),
                d.verify(), d.rest(), Duration.ofSeconds(10), Duration.ofSeconds(5), Duration.ofSeconds(30),
                d.stopTimeout(), d.firesAfter());
        plant = new ControlledPlant(settings.generator(), quick, Instant.parse("2026-03-07T20:00:00Z"),
                ZoneId.of("America/Los_Angeles"));
        plant.inputs().set(Quantity.SOC, soc);
    }

    private Settings settings() {
        return Scenario.settings(
                "generator.data_loss.policy=" + List.of("stop", "start", "keep").get(random.nextInt(3)),
                "generator.load.enabled=" + random.nextBoolean(), "generator.voltage.enabled=" + random.nextBoolean(),
                "generator.current.enabled=" + random.nextBoolean(),
                "generator.inverter_temperature.enabled=" + random.nextBoolean(),
                "generator.inverter_overload.enabled=" + random.nextBoolean(),
                "generator.quiet_hours.enabled=" + random.nextBoolean(), "generator.soc.quiet_start=30",
                "generator.exercise.enabled=true", "generator.exercise.every_days=1",
                "generator.exercise.first_date=2026-03-01", "generator.max_run_s=" + (600 + random.nextInt(3000)),
                "generator.min_run_s=" + random.nextInt(500), "generator.min_rest_s=" + random.nextInt(600),
                "generator.max_starts_per_day=" + random.nextInt(6), "generator.rest_after_limit_s=900",
                "generator.manual_stop_hold_s=600", "generator.external_ac.stop_when_present=" + random.nextBoolean(),
                "generator.retry_after_error_s=" + (random.nextBoolean() ? 1200 : 0),
                "generator.fuel.stop_at_pct=5", "generator.fuel.prevent_start_below_pct=8");
    }

    Moment next() {
        harried(80).ifPresent(this::harry);
        if (random.nextInt(20) == 0) {
            something();
        }
        soc = Math.clamp(soc + (plant.engine().charging() ? 0.4 : -0.15), 0, 100);
        if (random.nextInt(50) != 0) {
            plant.inputs().set(Quantity.SOC, Math.floor(soc));
        }
        List<Request> asked = ask();
        Memory before = plant.memory();
        PlantSnapshot seen = plant.snapshot();
        List<Outcome> judged = asked.stream()
                .map(request -> Generator.judge(before, seen, plant.settings(), request.command()))
                .toList();
        Step step = plant.tick();
        plant.pass(Duration.ofSeconds(List.of(1, 1, 1, 2, 10).get(random.nextInt(5))), () -> {});
        return new Moment(before, seen, asked, judged, step);
    }

    /** Whether it is time to harry: once in so many ticks, and more often in what soon passes or would last for ever. */
    private Optional<Random> harried(int ticks) {
        int once = switch (plant.memory().state()) {
            case ERROR_RECOVERY -> 2;
            case STOPPING -> 4;
            case ERROR, LOCKED_OUT -> 50;
            case IDLE, STARTING, RUNNING, UNKNOWN -> ticks;
        };
        return harrying.filter(dice -> dice.nextInt(once) == 0);
    }

    private void harry(Random dice) {
        switch (dice.nextInt(6)) {
            case 0, 1 -> plant.relayUp(dice.nextBoolean());
            case 2 -> plant.engine()
                    .behave(dice.nextBoolean() ? EngineBehaviour.OK : ANY.get(dice.nextInt(ANY.size())));
            default -> stall(dice);
        }
    }

    private void stall(Random dice) {
        do {
            plant.engine().submit(dice.nextBoolean() ? EngineCommand.START : EngineCommand.STOP);
            plant.pass(Duration.ofSeconds(dice.nextInt(2) == 0 ? dice.nextInt(3) : dice.nextInt(60)), () -> {});
        } while (dice.nextInt(3) != 0);
    }

    private List<Request> ask() {
        List<Request> asked = new ArrayList<>();
        while (random.nextInt(60) == 0 || (!asked.isEmpty() && random.nextInt(3) == 0)) {
            asked.add(any(random));
        }
        harried(200).map(dice -> dice.nextBoolean() ? any(dice) : freeing(dice)).ifPresent(asked::add);
        asked.forEach(request -> plant.ask(request.command(), request.origin()));
        return asked;
    }

    private static Request freeing(Random dice) {
        return new Request(dice.nextBoolean() ? new Command.Reset() : new Command.ServiceMode(false), SOMEBODY);
    }

    private static Request any(Random dice) {
        return new Request(COMMANDS.get(dice.nextInt(COMMANDS.size())), SOMEBODY);
    }

    private void something() {
        switch (random.nextInt(13)) {
            case 0 -> plant.relayUp(random.nextInt(4) != 0);
            case 1 -> plant.inputs().silent(random.nextInt(3) == 0);
            case 2 -> plant.inputs()
                    .externalAc(random.nextInt(4) == 0
                            ? Optional.empty()
                            : Optional.of(random.nextInt(4) == 0));
            case 3 -> plant.engine()
                    .behave(random.nextInt(3) != 0
                            ? EngineBehaviour.OK
                            : random.nextBoolean()
                                    ? EngineBehaviour.STALL
                                    : ANY.get(random.nextInt(ANY.size())));
            case 4 -> plant.inputs()
                    .fuelPct(random.nextInt(3) == 0
                            ? OptionalDouble.empty()
                            : OptionalDouble.of(random.nextInt(40)));
            case 5 -> plant.settings(plant.settings().withAutostart(random.nextInt(4) != 0));
            case 6 -> plant.startsBlocked(random.nextInt(5) == 0);
            case 7 -> plant.inputs().overload(Optional.of(random.nextInt(3) == 0));
            case 8 -> plant.inputs().unknown(Quantity.SOC);
            case 9 -> plant.wall(plant.wall().plusSeconds(random.nextInt(7200) - 3600L));
            default -> quantity(QUANTITIES.get(random.nextInt(QUANTITIES.size())));
        }
    }

    private void quantity(Quantity quantity) {
        double share = random.nextDouble();
        if (share < 0.1) {
            plant.inputs().unknown(quantity);
        } else if (quantity == Quantity.BATTERY_VOLTAGE) {
            plant.inputs().set(quantity, 43 + 12 * share);
        } else {
            plant.inputs().set(quantity, quantity == Quantity.RADIATOR_TEMPERATURE ? 90 * share : 8000 * share);
        }
    }
}
