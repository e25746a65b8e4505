// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.simulation.inverter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pigenny.core.device.modbus.Table;
import org.pigenny.core.time.ManualTime;

/** The rules of inverter.md 2.4, which judge the real house, judge the model alike. */
class BatteryModelTest {
    private static final Duration POLL = Duration.ofSeconds(30);
    private static final int ROWS_IN_20_MIN = 40;
    private static final int ROWS_IN_10_MIN = 20;

    private final ManualTime plant = new ManualTime(Instant.parse("2026-01-10T20:00:00Z"));
    private double chargerWatts;
    private final BatteryModel model = new BatteryModel(plant, ZoneOffset.UTC, House.RECORDED, () -> chargerWatts, 52);

    /** One look at the registers. */
    private record Row(double soc, double volts, double inverterVolts, int charge, int discharge, int sun, int load) {
        double amps() {
            return (discharge - charge) / volts;
        }

        double voltageMargin() {
            return volts + 0.008 * amps() - (52.30 + 0.024 * (soc - 20));
        }

        double cableDrop() {
            return volts - inverterVolts - 0.0022 * amps();
        }
    }

    private Row look() {
        List<Integer> fast = model.read(Table.INPUT, 0, 20).orElseThrow();
        List<Integer> cells = model.read(Table.INPUT, 100, 20).orElseThrow();
        int load = model.read(Table.INPUT, 170, 1).orElseThrow().getFirst();
        return new Row(fast.get(5) & 0xFF, fast.get(4) / 10.0, cells.get(7) / 10.0, fast.get(10), fast.get(11),
                fast.get(7) + fast.get(8) + fast.get(9), load);
    }

    private List<Row> rows(Duration time) {
        List<Row> rows = new ArrayList<>();
        for (Duration t = Duration.ZERO; t.compareTo(time) < 0; t = t.plus(POLL)) {
            plant.advance(POLL);
            rows.add(look());
        }
        return rows;
    }

    /** Rule R1: watts that came from outside over the 20 minutes before a row. */
    private static double external(List<Row> rows, int at) {
        double net = rows.subList(at - ROWS_IN_20_MIN, at)
                .stream()
                .mapToDouble(r -> r.discharge() - r.charge())
                .average()
                .orElseThrow();
        return 192.2 * (rows.get(at).soc() - rows.get(at - ROWS_IN_20_MIN).soc()) * 3 + net;
    }

    @Test
    void aQuietEveningLooksLikeOne() {
        List<Row> rows = rows(Duration.ofHours(3));
        for (int i = 1; i < rows.size(); i++) {
            assertTrue(rows.get(i).voltageMargin() < -0.2, "R2 " + rows.get(i));
            assertTrue(rows.get(i).soc() <= rows.get(i - 1).soc(), "SOC never rises without a source");
            if (i >= ROWS_IN_20_MIN) {
                assertTrue(external(rows, i) <= 1200, "R1 " + external(rows, i) + " at " + i);
            }
            assertEquals(0.695, rows.get(i).cableDrop(), 0.11);
        }
        double drop = rows.getFirst().soc() - rows.getLast().soc();
        assertTrue(drop >= 9 && drop <= 40, "SOC fell by " + drop + " in three evening hours");
    }

    @Test
    void aGeneratorChargeLooksLikeOneFromTwentyMinutesOn() {
        rows(Duration.ofHours(2));
        chargerWatts = Charger.USUAL_WATTS;
        List<Row> rows = rows(Duration.ofHours(2));
        for (int i = ROWS_IN_20_MIN; i < rows.size(); i++) {
            assertTrue(external(rows, i) >= 2400, "R1 " + external(rows, i));
            assertTrue(rows.get(i).voltageMargin() >= 0.2, "R2 " + rows.get(i));
            assertEquals(0, rows.get(i).charge(), "the inverter does not see this charger");
            assertEquals(0.55, rows.get(i).cableDrop(), 0.11);
        }
        double mean = rows.subList(100, 200).stream().mapToDouble(Row::cableDrop).average().orElseThrow();
        assertTrue(mean < 0.62, "R3 " + mean);
    }

    @Test
    void fallsBackWithinTwentyMinutesAfterTheCharge() {
        rows(Duration.ofHours(2));
        chargerWatts = Charger.USUAL_WATTS;
        rows(Duration.ofHours(1));
        double charging = look().volts();
        chargerWatts = 0;
        List<Row> rows = rows(Duration.ofMinutes(40));
        assertTrue(charging - rows.get(ROWS_IN_10_MIN).volts() >= 1.0, "R6: the end of a charge is a step");
        assertTrue(rows.get(ROWS_IN_20_MIN).voltageMargin() < 0);
    }

    @Test
    void theSunOfTheDayChargesThroughTheInverterAndNeverPastNinetyNine() {
        ManualTime morning = new ManualTime(Instant.parse("2026-01-10T07:00:00Z"));
        BatteryModel sunny = new BatteryModel(morning, ZoneOffset.UTC, new House(6000), Charger.none(), 90);
        int most = 0;
        boolean surplus = false;
        for (int i = 0; i < 12 * 120; i++) {
            morning.advance(POLL);
            List<Integer> fast = sunny.read(Table.INPUT, 0, 20).orElseThrow();
            most = Math.max(most, fast.get(5) & 0xFF);
            surplus |= fast.get(10) > 0;
            assertTrue(fast.get(10) == 0 || fast.get(11) == 0, "never both");
        }
        assertTrue(surplus);
        assertEquals(99, most);
    }
}
