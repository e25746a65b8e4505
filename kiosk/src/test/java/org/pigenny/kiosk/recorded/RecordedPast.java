// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.recorded;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalDouble;
import org.pigenny.core.api.CoreSnapshot;
import org.pigenny.core.api.History;
import org.pigenny.core.control.Step;
import org.pigenny.core.logging.Records;
import org.pigenny.core.model.EnginePhase;
import org.pigenny.core.model.LinkReport;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.PlantSnapshot;
import org.pigenny.core.model.Quantity;
import org.pigenny.core.model.SafeMode;
import org.pigenny.core.model.settings.EngineSettings;
import org.pigenny.core.model.settings.LoggingSettings;
import org.pigenny.core.model.settings.Settings;
import org.pigenny.core.simulation.loop.ControlledPlant;
import org.pigenny.core.simulation.loop.House;
import org.pigenny.core.time.TimeSource;

/**
 * Days or a year of a house as the appliance records them: the real controller, the real sequencer, the real {@link Records} on a real
 * database; battery, sun and time are simulated. A past that lies in the folder already is taken as it is.
 */
public final class RecordedPast implements AutoCloseable {
    /** A winter, so that the engine has something to do. */
    public static final Instant END = Instant.parse("2026-01-14T20:14:00Z");
    public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Duration POLL = Duration.ofSeconds(30);
    private static final Duration BUSY = Duration.ofSeconds(10);
    private static final long SEED = 4;

    private final ControlledPlant plant;
    private final House house = new House(SEED, 61, ZONE);
    private final Records records;
    private final Settings settings = Settings.defaults();

    private RecordedPast(Path folder, Instant from) {
        plant = new ControlledPlant(settings.generator(), EngineSettings.defaults(), from, ZONE);
        records = new Records(folder.resolve("controller.db"),
                new LoggingSettings(folder.resolve("csv").toString(), Duration.ofMinutes(10), 7), time());
    }

    /** Records a past of the given length that ends at {@link #END}, unless the folder holds one. */
    public static RecordedPast of(Path folder, Duration length) throws InterruptedException {
        RecordedPast there = new RecordedPast(folder, END);
        there.records.cycle();
        if (!there.history().series(Quantity.SOC, END.minus(length), END, 10).isEmpty()) {
            return there;
        }
        there.close();
        RecordedPast past = new RecordedPast(folder, END.minus(length));
        past.run(length);
        return past;
    }

    public History history() {
        return records.history();
    }

    private void run(Duration length) throws InterruptedException {
        for (long left = length.toSeconds(); left > 0; left -= POLL.toSeconds()) {
            look();
            boolean busy = plant.phase() != EnginePhase.OFF;
            for (Duration passed = Duration.ZERO; passed.compareTo(POLL) < 0; passed = passed
                    .plus(busy ? BUSY : POLL)) {
                Step step = plant.tick();
                step.events().forEach(records::record);
                records.accept(snapshot(step));
                plant.pass(busy ? BUSY : POLL, plant.engine()::renew);
            }
            if (left % 60 == 0) {
                records.cycle();
            }
        }
        records.cycle();
    }

    private void look() {
        House.Look look = house.pass(POLL, plant.wall(), plant.engine().charging());
        plant.inputs().set(Quantity.SOC, look.soc());
        plant.inputs().set(Quantity.BATTERY_VOLTAGE, look.volts());
        plant.inputs().set(Quantity.BATTERY_VOLTAGE_INVERTER, look.inverterVolts());
        plant.inputs().set(Quantity.PV_POWER, look.pv());
        plant.inputs().set(Quantity.LOAD_POWER, look.load());
        plant.inputs().set(Quantity.CHARGE_POWER, look.charge());
        plant.inputs().set(Quantity.DISCHARGE_POWER, look.discharge());
    }

    private CoreSnapshot snapshot(Step step) {
        PlantSnapshot now = plant.snapshot();
        LinkReport up = new LinkReport(LinkReport.State.UP, Message.of("link.up"), now.nanos(), 1, 1, 0, 0,
                OptionalDouble.empty());
        return new CoreSnapshot(now.nanos(), now.wall(), ZONE, now.inverter(), up, now.engine(), up, step.report(),
                List.of(), SafeMode.OFF, settings, List.of());
    }

    private TimeSource time() {
        return new TimeSource() {
            @Override
            public long nanos() {
                return plant.engine().nanos();
            }

            @Override
            public Instant wall() {
                return plant.wall();
            }

            @Override
            public void sleepUntil(long nanos) {
                throw new IllegalStateException("nobody sleeps here");
            }
        };
    }

    @Override
    public void close() {
        records.close();
    }
}
