// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.inverter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.pigenny.core.device.recording.RecordedDay;
import org.pigenny.core.device.recording.RegisterScan;
import org.pigenny.core.model.InverterReport;
import org.pigenny.core.model.LinkReport;
import org.pigenny.core.model.LinkReport.State;
import org.pigenny.core.model.Quantity;
import org.pigenny.core.model.Reading;
import org.pigenny.core.model.settings.InverterSettings;
import org.pigenny.core.simulation.inverter.LinePace;
import org.pigenny.core.simulation.inverter.Replay;
import org.pigenny.core.simulation.inverter.SimulatedInverter;
import org.pigenny.core.simulation.inverter.SlaveManners;
import org.pigenny.core.time.SystemTime;

@Timeout(60)
class InverterPollerTest {
    private static final Duration POLL = Duration.ofSeconds(30);
    private static final Instant EVENING = Instant.parse("2025-12-28T22:39:50Z");

    private final LeapingTime plant = new LeapingTime(EVENING);

    @Test
    void readsARecordedScanOverARealSerialLine() throws Exception {
        RegisterScan scan = RegisterScan.parse(Recordings.text(Recordings.SCAN_44));
        LeapingTime time = new LeapingTime(EVENING);
        try (SimulatedInverter inverter = SimulatedInverter.start(Replay.scan(scan, time));
                Listener listener = new Listener(inverter.reach(InverterSettings.defaults()), POLL, time)) {
            InverterReport report = listener.report(r -> r.readings().size() > 20);
            assertEquals(44, value(report, Quantity.SOC));
            assertEquals(94, value(report, Quantity.SOH));
            assertEquals(52.1, value(report, Quantity.BATTERY_VOLTAGE));
            assertEquals(51.4, value(report, Quantity.BATTERY_VOLTAGE_INVERTER));
            assertEquals(1491, value(report, Quantity.DISCHARGE_POWER));
            assertEquals(0, value(report, Quantity.CHARGE_POWER));
            assertEquals(0, value(report, Quantity.PV_POWER));
            assertEquals(1415, value(report, Quantity.LOAD_POWER));
            assertEquals(30, value(report, Quantity.RADIATOR_TEMPERATURE));
            assertEquals(-14.1, value(report, Quantity.BATTERY_CURRENT_BMS));
            assertEquals(3.253, value(report, Quantity.CELL_VOLTAGE_MAX));
            assertEquals(239.6, value(report, Quantity.OUTPUT_VOLTAGE));
            InverterReport.Flags flags = report.flags().orElseThrow();
            assertEquals(0x40, flags.state());
            assertEquals(0, flags.faults());
            assertEquals(0x10000, flags.warnings());
            LinkReport link = listener.link(l -> l.state() == State.UP);
            assertEquals(link.requests(), link.answers());
            assertTrue(link.roundTripMillis().getAsDouble() > 0);
        }
    }

    @Test
    void replaysTheRecordedDayRowByRowAndShowsNoLoadWhereNoneWasRecorded() throws Exception {
        RecordedDay day = RecordedDay.parse(Recordings.text(Recordings.DAY));
        LeapingTime time = new LeapingTime(EVENING);
        try (SimulatedInverter inverter = SimulatedInverter.start(Replay.day(day, time));
                Listener listener = new Listener(inverter.reach(InverterSettings.defaults()), Duration.ofMinutes(5),
                        time)) {
            InverterReport first = listener.report(r -> r.readings().containsKey(Quantity.SOC));
            assertEquals(51, value(first, Quantity.SOC));
            assertEquals(142 + 152, value(first, Quantity.PV_POWER));
            // 01:00 on the 29th: row 62, 37,257 s after the first.
            InverterReport night = listener.report(
                    r -> r.reading(Quantity.SOC)
                            .filter(soc -> soc.takenAtNanos() > Duration.ofSeconds(37_400).toNanos())
                            .isPresent());
            assertTrue(value(night, Quantity.SOC) <= 92, night.toString());
            assertFalse(night.readings().containsKey(Quantity.LOAD_POWER));
            assertFalse(night.readings().containsKey(Quantity.BATTERY_CURRENT_BMS));
            listener.link(l -> l.state() == State.DOWN);
            assertTrue(listener.events().stream().anyMatch(e -> e.text().key().equals("link.refused")));
        }
    }

    @Test
    void namesAPortThatIsNotThere(@TempDir Path folder) throws Exception {
        String port = folder.resolve("ttySC7").toString();
        try (Listener listener = new Listener(at(port), POLL, plant)) {
            LinkReport link = listener.link(l -> l.state() == State.DOWN);
            assertTrue(link.detail().key().startsWith("serial.missing"));
            assertEquals(port, link.detail().args().getFirst());
            assertEquals(0, link.requests());
        }
    }

    @Test
    void namesTheProgramThatHasThePort() throws Exception {
        try (SimulatedInverter inverter = SimulatedInverter.start(scan())) {
            Process other = new ProcessBuilder("sleep", "60")
                    .redirectInput(new File(inverter.portPath()))
                    .start();
            try (Listener listener = new Listener(inverter.reach(InverterSettings.defaults()), POLL, plant)) {
                LinkReport link = listener.link(l -> l.state() == State.DOWN);
                assertEquals("serial.used_by", link.detail().key());
                assertEquals("sleep (" + other.pid() + ")", link.detail().args().get(1));
                other.destroy();
                assertTrue(other.waitFor(10, TimeUnit.SECONDS));
                listener.link(l -> l.state() == State.UP);
            } finally {
                other.destroy();
            }
        }
    }

    @Test
    void saysWhenNobodyAnswersAtTheAddress() throws Exception {
        InverterSettings quick = quick();
        try (SimulatedInverter inverter = SimulatedInverter.start(SlaveManners.standard(9), scan(),
                LinePace.none(new SystemTime()));
                Listener listener = new Listener(inverter.reach(quick), POLL, plant)) {
            LinkReport link = listener.link(l -> l.state() == State.DOWN);
            assertEquals("link.no_answer", link.detail().key());
            assertTrue(link.timeouts() >= quick.retries() + 1);
            assertEquals(0, link.answers());
        }
    }

    @Test
    void keepsOldReadingsWithTheirAgeWhenTheInverterFallsSilent() throws Exception {
        LeapingTime time = new LeapingTime(EVENING);
        SimulatedInverter inverter = SimulatedInverter.start(scan());
        try (Listener listener = new Listener(inverter.reach(quick()), POLL, time)) {
            listener.report(r -> r.readings().containsKey(Quantity.SOC));
            inverter.close();
            listener.link(l -> l.state() == State.DOWN);
            InverterReport old = listener.report(r -> r.known(Quantity.SOC, time.nanos(), POLL).isEmpty());
            Reading soc = old.reading(Quantity.SOC).orElseThrow();
            assertEquals(44, soc.value());
        } finally {
            inverter.close();
        }
    }

    @Test
    void anotherInverterIsAnotherTable() throws Exception {
        InverterSettings usual = InverterSettings.defaults();
        InverterSettings eg4 = new InverterSettings("eg4_offgrid", usual.connection(), usual.port(), usual.baud(),
                usual.slave(), usual.timeout(), usual.retries(), usual.maxRegisters(), usual.rs485(), "", 502);
        LeapingTime time = new LeapingTime(EVENING);
        try (SimulatedInverter inverter = SimulatedInverter.start(
                Replay.scan(RegisterScan.parse(Recordings.text(Recordings.SCAN_44)), time));
                Listener listener = new Listener(inverter.reach(eg4), POLL, time)) {
            InverterReport report = listener.report(r -> r.readings().size() > 20);
            assertEquals(44, value(report, Quantity.SOC));
            assertEquals(1415, value(report, Quantity.LOAD_POWER));
            assertFalse(report.readings().containsKey(Quantity.GENERATOR_PORT_POWER),
                    "register 123 counts seconds in this family");
        }
    }

    @Test
    void saysWhichProfilesThereAre() throws Exception {
        InverterSettings wrong = new InverterSettings("voltronic", InverterSettings.Connection.SERIAL, "/dev/null",
                19200, 1,
                Duration.ofSeconds(1), 1, 20, InverterSettings.defaults().rs485(), "", 502);
        try (Listener listener = new Listener(wrong, POLL, plant)) {
            LinkReport link = listener.link(l -> l.state() == State.DOWN);
            assertEquals("link.no_profile", link.detail().key());
            assertEquals("voltronic", link.detail().args().getFirst());
        }
    }

    private Replay scan() {
        return Replay.scan(RegisterScan.parse(Recordings.text(Recordings.SCAN_44)), plant);
    }

    private static InverterSettings quick() {
        InverterSettings usual = InverterSettings.defaults();
        return new InverterSettings(usual.profile(), usual.connection(), usual.port(), usual.baud(), usual.slave(),
                Duration.ofMillis(200), usual.retries(), usual.maxRegisters(), usual.rs485(), "", 502);
    }

    private static InverterSettings at(String port) {
        InverterSettings usual = InverterSettings.defaults();
        return new InverterSettings(usual.profile(), usual.connection(), port, usual.baud(), usual.slave(),
                usual.timeout(), usual.retries(), usual.maxRegisters(), usual.rs485(), "", 502);
    }

    private static double value(InverterReport report, Quantity quantity) {
        return report.reading(quantity).orElseThrow(() -> new AssertionError(quantity + " of " + report)).value();
    }
}
