// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.pigenny.core.device.inverter.Recordings;
import org.pigenny.core.device.recording.RegisterScan;
import org.pigenny.core.simulation.inverter.Replay;
import org.pigenny.core.simulation.inverter.SimulatedInverter;
import org.pigenny.core.time.ManualTime;
import picocli.CommandLine;

@Timeout(60)
class CommissioningCommandsTest {
    private final StringWriter out = new StringWriter();

    private static SimulatedInverter inverter() throws Exception {
        return SimulatedInverter.start(Replay.scan(RegisterScan.parse(Recordings.text(Recordings.SCAN_44)),
                new ManualTime(Instant.EPOCH)));
    }

    private int run(Object command, String... arguments) {
        return new CommandLine(command).setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(out, true))
                .execute(arguments);
    }

    @Test
    void oneRegisterOfAFreePort() throws Exception {
        try (SimulatedInverter inverter = inverter()) {
            assertEquals(0, run(new RegistersCommand(), "--set", "inverter.port=" + inverter.portPath(), "--start", "5",
                    "--count", "1"));
            List<String> lines = out.toString().lines().toList();
            assertTrue(lines.getFirst().contains("dumping input: port=" + inverter.portPath() + " baud=19200"),
                    out.toString());
            assertEquals("r=5 (0x0005) = 24108", lines.get(1));
        }
    }

    @Test
    void aScanFileThatTheImporterReads(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("scan.txt");
        try (SimulatedInverter inverter = inverter()) {
            assertEquals(0, run(new RegistersCommand(), "--set", "inverter.port=" + inverter.portPath(), "--out",
                    file.toString()));
        }
        RegisterScan scan = RegisterScan.parse(Files.readString(file));
        assertEquals(200, scan.values().size());
        assertEquals(1415, scan.value(170).getAsInt());
    }

    @Test
    void theRegistersAreSaidInPlainWordsWhenSomebodyAsks() throws Exception {
        try (SimulatedInverter inverter = inverter()) {
            assertEquals(0, run(new RegistersCommand(), "--set", "inverter.port=" + inverter.portPath(), "--explain"));
        }
        List<String> lines = out.toString().lines().toList();
        assertTrue(lines.containsAll(List.of("0 state = on battery, off-grid (0x40)", "4 battery_voltage = 52.1 V",
                "5 soc = 44 %", "60 faults = none", "62 warnings = none", "98 battery_current_bms = -14.1 A",
                "170 load_power = 1415 W", "106 cycle_count = 2 (meaningless here)")), out.toString());
        assertTrue(lines.stream().noneMatch(line -> line.contains("serial_number") || line.startsWith("186 ")));
    }

    @Test
    void aRangeThatCannotBeIsRefused() {
        assertEquals(2, run(new RegistersCommand(), "--start", "65530", "--count", "20"));
        assertTrue(out.toString().contains("0 to 65535"));
    }

    @Test
    void aScanSaysOnceAndInWordsWhyThereIsNoLine() {
        assertEquals(1, run(new RegistersCommand(), "--set", "inverter.port=/dev/ttySC77", "--count", "60"));
        assertEquals(1, out.toString()
                .lines()
                .filter(line -> line.startsWith("there is no serial port /dev/ttySC77"))
                .count(), out.toString());
    }

    @Test
    void aScanFileSaysWhereItIsOrWhyItIsNot(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("scan.txt");
        try (SimulatedInverter inverter = inverter()) {
            assertEquals(0,
                    run(new RegistersCommand(), "--set", "inverter.port=" + inverter.portPath(), "--count", "20",
                            "--out", file.toString()));
        }
        assertEquals("Written to " + file + ".\n", out.toString());
        Path nowhere = folder.resolve("no").resolve("scan.txt");
        assertEquals(1, line("registers", "--out", nowhere.toString()));
        assertTrue(
                out.toString().endsWith("--out: " + nowhere + " cannot be written: there is no such file or folder\n"),
                out.toString());
    }

    @Test
    void filesThatAreNotThereAreNamedBeforeAnybodyIsAsked() {
        assertEquals(1, line("restore", "/no/such/archive"));
        assertEquals(2, line("replay-decisions", "/no/such/recording"));
        assertEquals(2, line("setup", "--step", "painting"));
        assertEquals(2, line("devices", "--write", "roof"));
        assertEquals(2, line("devices", "limit_pct=50"));
        String write = "A write is devices --write=DEVICE REGISTER=VALUE [REGISTER=VALUE…].";
        assertEquals(List.of("There is no archive /no/such/archive.",
                "replay-decisions: there is no file /no/such/recording",
                "--step painting: the steps are ports, relay_server, wiring, thresholds, pin, time_zone.", write,
                write),
                out.toString().lines().toList());
    }

    private int line(String... words) {
        return PigennyCli.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(out, true))
                .execute(words);
    }

    @Test
    void theDoctorSaysInPlainWordsWhatAnswersAndWhatDoesNot() throws Exception {
        try (SimulatedInverter inverter = inverter()) {
            // The recording has no holding registers: the unit refuses to name itself, and that is an answer too.
            assertEquals(0, run(new DoctorCommand(), "--set", "inverter.port=" + inverter.portPath()));
            assertTrue(out.toString().contains("at 19200 baud slave 1 answers"), out.toString());
        }
        assertEquals(1, run(new DoctorCommand(), "--set", "inverter.port=/dev/ttySC77"));
        assertTrue(out.toString().contains("there is no serial port /dev/ttySC77"), out.toString());
    }
}
