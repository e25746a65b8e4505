// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.simulation.inverter;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.pigenny.core.device.modbus.Table;
import org.pigenny.core.time.TimeSource;

/** A plant that lives: battery, sun, house and external charger, moving with an injected time, seen as LuxPower registers. */
public final class BatteryModel implements RegisterSource {
    /** Steps of the model; a read after a long pause catches up in steps of this. */
    private static final double STEP_SECONDS = 30;
    /** What the inverter itself takes (inverter.md 1.1, 72 to 95 W). */
    private static final double LOSS_WATTS = 80;
    private static final double NANOS = 1e9;

    private final TimeSource plant;
    private final ZoneId zone;
    private final House house;
    private final Charger charger;
    private final Battery battery;
    private final Energy energy = new Energy();
    private long lastNanos;

    /** The battery of the recorded house. */
    public BatteryModel(TimeSource plant, ZoneId zone, House house, Charger charger, double socPercent) {
        this(plant, zone, house, charger, socPercent, Battery.RECORDED_WH_PER_PERCENT);
    }

    /**
     * @param socPercent at the beginning, 0 to 100, fractions allowed
     * @param whPerPercent size of the battery, Wh for one percent
     */
    public BatteryModel(TimeSource plant, ZoneId zone, House house, Charger charger, double socPercent,
            double whPerPercent) {
        this.plant = plant;
        this.zone = zone;
        this.house = house;
        this.charger = charger;
        this.battery = new Battery(socPercent, whPerPercent);
        this.lastNanos = plant.nanos();
        // The battery has carried the house for a while before anybody looks.
        battery.pass(1e-3, house.loadWatts(localTime()) + LOSS_WATTS);
    }

    @Override
    public synchronized Optional<List<Integer>> read(Table table, int start, int count) {
        Flows flows = catchUp();
        return switch (table) {
            case INPUT ->
                new LuxPowerRegisters(battery, flows, energy, plant.nanos()).image().read(table, start, count);
            case HOLDING -> LuxPowerRegisters.holding(plant.wall().atZone(zone)).read(table, start, count);
        };
    }

    /** State of charge now, with its fraction. */
    public synchronized double socPercent() {
        catchUp();
        return battery.percent();
    }

    private Flows catchUp() {
        long now = plant.nanos();
        double left = (now - lastNanos) / NANOS;
        lastNanos = now;
        while (left > 0) {
            double step = Math.min(left, STEP_SECONDS);
            Flows flows = flows();
            battery.pass(step, flows.dischargeWatts() - flows.chargeWatts() - flows.externalWatts());
            energy.pass(step, flows);
            left -= step;
        }
        return flows();
    }

    private Flows flows() {
        LocalTime time = localTime();
        double external = battery.percent() >= Battery.FULL_PERCENT + 0.8 ? 0 : charger.watts();
        return Flows.of(house.loadWatts(time), house.sunWatts(time), external, LOSS_WATTS,
                battery.percent() >= Battery.FULL_PERCENT + 0.9);
    }

    private LocalTime localTime() {
        return plant.wall().atZone(zone).toLocalTime();
    }
}
