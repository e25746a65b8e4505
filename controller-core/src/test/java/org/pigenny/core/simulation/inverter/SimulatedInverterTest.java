// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.simulation.inverter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.pigenny.core.device.inverter.Buses;
import org.pigenny.core.device.inverter.Recordings;
import org.pigenny.core.device.modbus.Answer;
import org.pigenny.core.device.modbus.Ask;
import org.pigenny.core.device.modbus.Bus;
import org.pigenny.core.device.modbus.Table;
import org.pigenny.core.device.recording.RecordedDay;
import org.pigenny.core.device.recording.RegisterScan;
import org.pigenny.core.model.settings.InverterSettings;
import org.pigenny.core.time.ManualTime;
import org.pigenny.core.time.SystemTime;

/** The simulated inverter behaves on a real serial line as the recorded one does. */
@Timeout(60)
class SimulatedInverterTest {
    private static final Duration LONG = Duration.ofSeconds(5);
    private static final Duration SHORT = Duration.ofMillis(150);

    private final ManualTime plant = new ManualTime(Instant.parse("2025-12-28T22:39:50Z"));
    private final RegisterScan scan = RegisterScan.parse(Recordings.text(Recordings.SCAN_44));

    private static Bus bus(SimulatedInverter inverter) {
        return Buses.bus(inverter.reach(InverterSettings.defaults()), new SystemTime());
    }

    private static List<Integer> words(Bus bus, int slave, int start, int count) throws InterruptedException {
        return assertInstanceOf(Answer.Words.class,
                bus.ask(new Ask.Read(slave, Table.INPUT, start, count), LONG).answer()).words();
    }

    private BatteryModel model() {
        return new BatteryModel(plant, ZoneOffset.UTC, House.RECORDED, Charger.none(), 44);
    }

    @Test
    void itIsSilentAtFortyRegistersAnswersTwentyAnswersSlaveZeroTooAndNobodyElse() throws Exception {
        try (SimulatedInverter inverter = SimulatedInverter.start(Replay.scan(scan, plant)); Bus bus = bus(inverter)) {
            List<Integer> recorded = scan.values()
                    .entrySet()
                    .stream()
                    .filter(e -> e.getKey() < 20)
                    .map(java.util.Map.Entry::getValue)
                    .toList();
            assertInstanceOf(Answer.Silence.class, bus.ask(new Ask.Read(1, Table.INPUT, 0, 40), SHORT).answer());
            assertEquals(recorded.size(), words(bus, 1, 0, 20).size());
            for (int address = 0; address < 20; address++) {
                assertEquals(scan.value(address).getAsInt(), words(bus, 1, 0, 20).get(address));
            }
            assertEquals(words(bus, 1, 0, 20), words(bus, 0, 0, 20));
            assertInstanceOf(Answer.Silence.class, bus.ask(new Ask.Read(2, Table.INPUT, 0, 20), SHORT).answer());
            assertEquals(List.of(300, 0, 44, 0, 50, 100, 100, 20, 540, 565, 0, 100, 22), words(bus, 1, 186, 13));
        }
    }

    @Test
    void itAnswersInGarbageOnCommandAndRightlyAgain() throws Exception {
        try (SimulatedInverter inverter = SimulatedInverter.start(model()); Bus bus = bus(inverter)) {
            inverter.garbage(true);
            assertInstanceOf(Answer.Garbled.class, bus.ask(new Ask.Read(1, Table.INPUT, 0, 20), SHORT).answer());
            inverter.garbage(false);
            assertEquals(94, words(bus, 1, 5, 1).getFirst() >> 8);
        }
    }

    @Test
    void itsValuesComeFromAModelThatLives() throws Exception {
        try (SimulatedInverter inverter = SimulatedInverter.start(model()); Bus bus = bus(inverter)) {
            int before = words(bus, 1, 5, 1).getFirst() & 0xFF;
            long ran = words(bus, 1, 69, 1).getFirst();
            plant.advance(Duration.ofHours(3));
            assertTrue((words(bus, 1, 5, 1).getFirst() & 0xFF) < before, "an evening without sun");
            assertEquals((ran + 3 * 3600) & 0xFFFF, (long) words(bus, 1, 69, 1).getFirst());
        }
    }

    @Test
    void orFromARecordedDayRowByRow() throws Exception {
        RecordedDay day = RecordedDay.parse(Recordings.text(Recordings.DAY));
        try (SimulatedInverter inverter = SimulatedInverter.start(Replay.day(day, plant)); Bus bus = bus(inverter)) {
            assertEquals(51, words(bus, 1, 5, 1).getFirst() & 0xFF);
            plant.advance(Duration.ofHours(4));
            int later = words(bus, 1, 5, 1).getFirst() & 0xFF;
            assertTrue(later < 51 && later >= 24, "the recorded descent, not " + later);
        }
    }
}
