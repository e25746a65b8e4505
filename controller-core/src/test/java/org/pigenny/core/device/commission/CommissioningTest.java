// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.commission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pigenny.core.device.inverter.Buses;
import org.pigenny.core.device.inverter.LeapingTime;
import org.pigenny.core.device.inverter.Recordings;
import org.pigenny.core.device.modbus.BlockReader;
import org.pigenny.core.device.modbus.BlockReader.Manners;
import org.pigenny.core.device.modbus.Bus;
import org.pigenny.core.device.modbus.LinkKeeper;
import org.pigenny.core.device.modbus.Table;
import org.pigenny.core.device.profile.Profiles;
import org.pigenny.core.device.recording.RegisterScan;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.settings.InverterSettings;
import org.pigenny.core.simulation.inverter.BatteryModel;
import org.pigenny.core.simulation.inverter.Charger;
import org.pigenny.core.simulation.inverter.House;
import org.pigenny.core.simulation.inverter.LinePace;
import org.pigenny.core.simulation.inverter.RegisterMap;
import org.pigenny.core.simulation.inverter.Replay;
import org.pigenny.core.simulation.inverter.SimulatedInverter;
import org.pigenny.core.simulation.inverter.SlaveManners;
import org.pigenny.core.simulation.inverter.Wiring;
import org.pigenny.core.text.Phrases;
import org.pigenny.core.time.SystemTime;

/** What a person at the installation asks for, over real serial lines. */
@Timeout(60)
class CommissioningTest {
    private final LeapingTime time = new LeapingTime(Instant.parse("2025-12-28T03:32:42Z"));
    private final List<Message> said = new ArrayList<>();

    private BatteryModel model() {
        return new BatteryModel(time, ZoneOffset.UTC, House.RECORDED, Charger.none(), 44);
    }

    private boolean examine(InverterSettings settings, List<String> ports) throws InterruptedException {
        return new Doctor(settings, new SystemTime(), said::add, Duration.ofMillis(150)).examine(ports);
    }

    private List<String> keys() {
        return said.stream().map(Message::key).toList();
    }

    @Test
    void theDoctorNamesWhatAnswersWithItsTypeAndFirmware() throws Exception {
        try (SimulatedInverter inverter = SimulatedInverter.start(model())) {
            assertTrue(examine(inverter.reach(InverterSettings.defaults()), List.of()));
            assertEquals(List.of("doctor.port", "doctor.answers"), keys());
            assertEquals(List.of(19_200, 1,
                    Message.of("doctor.known_type", "LuxPower / GSL hybrid inverter", 44), "FAAB"),
                    said.getLast().args());
        }
    }

    @Test
    void theDoctorFindsTheInverterOnAnotherPort(@TempDir Path folder) throws Exception {
        try (SimulatedInverter inverter = SimulatedInverter.start(model())) {
            assertFalse(examine(InverterSettings.defaults(), List.of(inverter.portPath())), "not where it is set");
            assertTrue(keys().getFirst().startsWith("doctor.port") && keys().get(1).startsWith("serial.missing"));
            assertEquals("doctor.answers", keys().getLast());
        }
    }

    @Test
    void theDoctorFindsAnotherAddressByTheBroadcast() throws Exception {
        SlaveManners five = new SlaveManners(5, true, 39);
        try (SimulatedInverter inverter = SimulatedInverter.start(five, model(), LinePace.none(new SystemTime()))) {
            assertFalse(examine(inverter.reach(InverterSettings.defaults()), List.of()));
            assertEquals("doctor.other_address", keys().getLast());
        }
    }

    @Test
    void theDoctorSaysTheLikelyCausesWhenNothingAnswers() throws Exception {
        SlaveManners nobody = SlaveManners.standard(200);
        try (SimulatedInverter inverter = SimulatedInverter.start(nobody, model(), LinePace.none(new SystemTime()))) {
            assertFalse(examine(inverter.reach(InverterSettings.defaults()), List.of()));
            assertEquals("doctor.silence", keys().getLast());
        }
    }

    @Test
    void theDoctorTellsGarbageFromSilence() throws Exception {
        try (SimulatedInverter inverter = SimulatedInverter.start(model())) {
            inverter.garbage(true);
            assertFalse(examine(inverter.reach(InverterSettings.defaults()), List.of()));
            assertTrue(keys().contains("doctor.garbled_at"));
            assertEquals("doctor.noise", keys().getLast());
            inverter.garbage(false);
            assertTrue(examine(inverter.reach(InverterSettings.defaults()), List.of()));
        }
    }

    private InverterSettings at(String port, int baud) {
        InverterSettings usual = InverterSettings.defaults();
        return new InverterSettings(usual.profile(), usual.connection(), port, baud, usual.slave(), usual.timeout(),
                usual.retries(), usual.maxRegisters(), usual.rs485(), "", 502);
    }

    @ParameterizedTest
    @CsvSource({"9600, 19200", "19200, 9600", "19200, 115200"})
    void quirk10AWrongSpeedIsSilenceOnTheWireAndTheDoctorFindsTheRightOne(int set, int real) throws Exception {
        try (SimulatedInverter inverter = SimulatedInverter.start(model(), new Wiring(real, false))) {
            assertFalse(examine(at(inverter.portPath(), set), List.of()));
            assertEquals(Message.of("doctor.other_speed", set, real), said.getLast());
            assertTrue(said.contains(Message.of("doctor.silent_at", set, 1)));
            said.clear();
            assertTrue(examine(at(inverter.portPath(), real), List.of()));
        }
    }

    @Test
    void quirk10SwappedWiresAreSilenceAndAreNamedFirstAmongTheCauses() throws Exception {
        try (SimulatedInverter inverter = SimulatedInverter.start(model(), new Wiring(0, true))) {
            assertFalse(examine(at(inverter.portPath(), 19_200), List.of()));
            assertEquals("doctor.silence", keys().getLast());
            for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
                String words = new Phrases(language, ZoneOffset.UTC).say(said.getLast());
                assertTrue(words.contains("A ") && words.contains(" B "), words);
            }
        }
    }

    @Test
    void theDoctorTellsAnotherMakeAndAnUnknownType() throws Exception {
        RegisterMap meter = new RegisterMap(1000, 1070);
        try (SimulatedInverter other = SimulatedInverter.start(SlaveManners.standard(1), meter,
                LinePace.none(new SystemTime()))) {
            assertTrue(examine(other.reach(InverterSettings.defaults()), List.of()), "something answers as it is set");
            assertEquals(Message.of("doctor.other_make", 19_200, 1, 2), said.getLast());
        }
        RegisterMap cousin = new RegisterMap(0, 100).set(19, 54).set(7, 0x4242).set(8, 0x4242);
        try (SimulatedInverter other = SimulatedInverter.start(SlaveManners.standard(1), cousin,
                LinePace.none(new SystemTime()))) {
            assertTrue(examine(other.reach(InverterSettings.defaults()), List.of()));
            assertEquals(Message.of("doctor.answers", 19_200, 1, Message.of("doctor.unknown_type", "54"), "BBBB"),
                    said.getLast());
        }
    }

    /** Line for line the same but for the serial number, the times, and the remarks of a tool that asks in other steps. */
    private static void layoutIsThatOf(List<String> recorded, List<String> ours) {
        assertEquals(registers(recorded), registers(ours));
        String remark = "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2} .*";
        for (List<String> file : List.of(recorded, ours)) {
            assertTrue(file.stream()
                    .allMatch(line -> line.isBlank() || line.startsWith("r=") || line.matches(remark)),
                    file::toString);
        }
        assertEquals(recorded.getFirst().replace("chunk=40", "chunk=20"), ours.getFirst());
    }

    private static List<String> registers(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("r="))
                .map(line -> line.matches("r=11[5-9] .*") ? line.replaceAll("= \\d+$", "= serial") : line)
                .toList();
    }

    @Test
    void aScanReadsBackAsItWasButForTheSerialNumber() throws Exception {
        RegisterScan recorded = RegisterScan.parse(Recordings.text(Recordings.SCAN_44));
        List<String> lines = new ArrayList<>();
        try (SimulatedInverter inverter = SimulatedInverter.start(Replay.scan(recorded, time));
                Bus bus = Buses.bus(inverter.reach(InverterSettings.defaults()), new SystemTime())) {
            BlockReader reader = new BlockReader(bus, new Manners(1, Duration.ofSeconds(1), 1, 20, Duration.ZERO),
                    new LinkKeeper(time, event -> {}), time);
            ScanWriter writer = new ScanWriter(reader::read, Profiles.named(Profiles.LUXPOWER), time,
                    ZoneOffset.ofHours(-5),
                    lines::add);
            assertTrue(writer.scan(Table.INPUT, 0, 200, "port=/dev/ttySC1 baud=19200 parity=N slave=1"));
            assertEquals(
                    "2025-12-27T22:32:42 dumping input: port=/dev/ttySC1 baud=19200 parity=N slave=1 start=0 count=200 chunk=20",
                    lines.getFirst());
            assertFalse(writer.scan(Table.INPUT, 5000, 1, "nowhere"), "a register that is not there is said");
            assertTrue(lines.getLast().endsWith("addr=5000 qty=1 ERROR (EXCEPTION 2)"));
        }
        layoutIsThatOf(Recordings.text(Recordings.SCAN_44).lines().toList(), lines.subList(0, 201));
        RegisterScan again = RegisterScan.parse(String.join("\n", lines));
        assertEquals(200, again.values().size());
        recorded.values()
                .forEach((address, value) -> assertEquals(address >= 115 && address <= 119 ? 0 : value,
                        again.value(address).getAsInt(), "register " + address));
    }
}
