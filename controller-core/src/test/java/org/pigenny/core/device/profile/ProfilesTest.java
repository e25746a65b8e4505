// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.pigenny.core.device.inverter.Recordings;
import org.pigenny.core.device.modbus.Table;
import org.pigenny.core.device.recording.RegisterScan;
import org.pigenny.core.model.InverterCodes;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Quantity;
import org.pigenny.core.text.Phrases;

class ProfilesTest {
    private static final Profile LUXPOWER = Profiles.named(Profiles.LUXPOWER);

    static List<String> names() {
        return Profiles.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyProfileIsSound(String name) {
        Profile profile = Profiles.named(name);
        assertEquals(name, profile.id());
        Set<String> keys = new HashSet<>();
        for (Register register : profile.registers()) {
            assertTrue(keys.add(register.key()), register.key() + " stands twice");
        }
        for (Profile.Block block : profile.blocks()) {
            assertTrue(block.count() <= profile.maxRegisters());
            assertFalse(profile.in(block).isEmpty(), block + " reads nothing that has a meaning");
        }
    }

    /** Rows of inverter.md 1.1 that are not garbage: every register that a block reads has its row, gaps apart that the document leaves too. */
    @Test
    void everyInputRegisterOfTheDocumentHasARow() {
        Set<Integer> covered = new HashSet<>();
        for (Register register : LUXPOWER.registers()) {
            if (register.table() == Table.INPUT) {
                IntStream.range(register.address(), register.address() + register.words()).forEach(covered::add);
            }
        }
        List<Integer> missing = new ArrayList<>();
        IntStream.rangeClosed(0, 173).filter(address -> !covered.contains(address)).forEach(missing::add);
        Set<Integer> notInTheDocument = new HashSet<>(List.of(76, 109, 110, 111, 112));
        assertEquals(notInTheDocument, new HashSet<>(missing));
    }

    @Test
    void everyHoldingRegisterOfTheDocumentHasARow() {
        int[] document = {0, 2, 7, 9, 10, 12, 13, 14, 15, 16, 19, 20, 21, 22, 54, 64, 65, 66, 67, 68, 69, 70, 71, 72,
            73, 76,
            77, 78, 79, 80, 81, 84, 85, 86, 87, 88, 89, 99, 100, 101, 102, 105, 110, 120, 125, 144, 158, 159, 160, 161,
            176, 177, 179, 188, 194, 195, 196, 197, 198, 201, 202, 227, 228, 233, 237, 256, 257, 258, 259};
        for (int address : document) {
            assertTrue(LUXPOWER.registers()
                    .stream()
                    .anyMatch(row -> row.table() == Table.HOLDING
                            && row.address() == address && row.access() == Register.Access.READ),
                    "holding " + address);
        }
    }

    @ParameterizedTest
    @CsvSource({"battery_voltage,52.1", "soc,44", "soh,94", "pv1_voltage,2.0", "discharge_power,1491",
        "output_voltage,239.6",
        "output_frequency,60.0", "pv1_energy,7231.1", "pv2_energy,5485.3", "rectifier_energy,3782.2",
        "charge_energy,10195.2",
        "warnings,65536", "inner_temperature,23", "radiator1_temperature,30", "running_time,72965359",
        "bms_charge_limit,60.0", "bms_discharge_limit,200.0", "bms_charge_voltage,56.0", "battery_current_bms,-14.1",
        "cell_voltage_max,3.253", "cell_temperature_max,14.3", "battery_voltage_inverter,51.4",
        "generator_energy,6444.4",
        "output_power_l1,506", "output_power_l2,907", "load_power,1415", "load_energy,18352.3",
        "half_bus_voltage,184.8"})
    void theRecordedScanReadsAsTheDocumentSays(String key, double value) {
        RegisterScan scan = RegisterScan.parse(Recordings.text(Recordings.SCAN_44));
        assertEquals(value, decoded(scan, key));
    }

    @ParameterizedTest
    @CsvSource({"device_type,44", "clock_year,25", "clock_month,12", "clock_day,27", "clock_hour,19",
        "ac_charge_power,6.0",
        "cutoff_soc_off_grid,12", "generator_charge_start_voltage,54.0", "generator_charge_end_voltage,56.5",
        "generator_rated_power,6.0", "pv_start_voltage,140.0", "function_bits,17345"})
    void theRecordedHoldingRegistersReadAsTheDocumentSays(String key, double value) {
        RegisterScan scan = RegisterScan.parse(Recordings.text(Recordings.HOLDING));
        assertEquals(value, decoded(scan, key));
    }

    private static double decoded(RegisterScan scan, String key) {
        Register row = LUXPOWER.register(key).orElseThrow();
        return row.value(raw(scan, row)).getAsDouble();
    }

    private static List<Integer> raw(RegisterScan scan, Register row) {
        return IntStream.range(row.address(), row.address() + row.words())
                .map(a -> scan.value(a).getAsInt())
                .boxed()
                .toList();
    }

    @Test
    void theFirmwareIsText() {
        RegisterScan scan = RegisterScan.parse(Recordings.text(Recordings.HOLDING));
        Register row = LUXPOWER.register("firmware").orElseThrow();
        assertEquals("FAAB", row.text(raw(scan, row)));
    }

    @Test
    void thePowerFactorTurnsAtAThousand() {
        Register row = LUXPOWER.register("power_factor").orElseThrow();
        assertEquals(0.95, row.value(List.of(950)).getAsDouble());
        assertEquals(-0.05, row.value(List.of(1050)).getAsDouble());
    }

    @Test
    void theOtherFamilyTellsNoGeneratorPowerWhereItsCounterIs() {
        Profile eg4 = Profiles.named("eg4_offgrid");
        assertTrue(eg4.registers()
                .stream()
                .noneMatch(row -> row.feeds()
                        .contains(new Feed.Of(Quantity.GENERATOR_PORT_POWER, Feed.Way.ALONE))));
        assertTrue(eg4.register("seconds_counter").isPresent());
        assertEquals(52.1, eg4.register("battery_voltage").orElseThrow().value(List.of(521)).getAsDouble());
    }

    @Test
    void everyStateFaultAndWarningHasWordsInBothLanguages() {
        for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            Phrases words = new Phrases(language, ZoneOffset.UTC);
            List<Message> all = new ArrayList<>();
            LUXPOWER.states().keySet().forEach(code -> all.add(InverterCodes.state(code)));
            LUXPOWER.faults().forEach(bit -> all.addAll(InverterCodes.faults(1L << bit)));
            LUXPOWER.warnings().forEach(bit -> all.addAll(InverterCodes.warnings(1L << bit)));
            assertEquals(17 + 27 + 30, all.size(), "all but W016, which is normal");
            for (Message message : all) {
                assertFalse(words.say(message).contains("inverter."), words.say(message));
            }
        }
    }

    @Test
    void codesAreSaidPlainly() {
        Phrases words = new Phrases(Locale.ENGLISH, ZoneOffset.UTC);
        assertEquals("on battery, off-grid", words.say(InverterCodes.state(0x40)));
        assertEquals("mode 0x7F", words.say(InverterCodes.state(0x7F)));
        assertEquals("E025 heatsink temperature", words.say(InverterCodes.faults(1L << 25).getFirst()));
        assertTrue(InverterCodes.warnings(1L << 16).isEmpty());
        assertEquals("E004", words.say(InverterCodes.faults(1L << 4).getFirst()));
    }

    @Test
    void aFaultInATableIsNamedWithItsLine() {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class,
                () -> new ProfileReader("mine.profile")
                        .read("profile | mine\nin | 1 | x | u16 | 1 | V | r | yes | 5..2 | |"));
        assertTrue(refused.toString().contains("mine.profile line 2: "), refused.toString());
    }
}
