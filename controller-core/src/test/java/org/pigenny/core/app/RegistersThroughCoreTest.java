// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.pigenny.core.app.cli.PigennyCli;
import org.pigenny.core.device.inverter.Recordings;
import org.pigenny.core.device.recording.RegisterScan;
import org.pigenny.core.model.LinkReport;
import org.pigenny.core.simulation.inverter.Replay;
import org.pigenny.core.simulation.inverter.SimulatedInverter;
import org.pigenny.core.time.ManualTime;

/** {@code pigenny registers} as a process of its own, through the socket of a core that alone has the port. */
@Timeout(90)
final class RegistersThroughCoreTest {
    @TempDir
    private Path home;

    private String pigenny(int exit, String... words) throws Exception {
        Path said = home.resolve("said.txt");
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java")
                .toString(), "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                PigennyCli.class.getName()));
        command.addAll(Arrays.asList(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().put("PIGENNY_HOME", home.toString());
        Process process = builder.start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        String text = Files.readString(said);
        assertEquals(exit, process.exitValue(), text);
        return text;
    }

    @Test
    void aScanThroughARunningCoreIsTheRecordingAndTheCoreReadsOn() throws Exception {
        RegisterScan recorded = RegisterScan.parse(Recordings.text(Recordings.SCAN_44));
        try (SimulatedInverter inverter = SimulatedInverter.start(Replay.scan(recorded, new ManualTime(Instant.EPOCH)));
                CoreBench bench = new CoreBench(home,
                        options -> options.withParts(new RealParts()).withOverrides(overrides(inverter)))) {
            bench.await("the inverter is read", now -> now.inverterLink().state() == LinkReport.State.UP);
            Path file = home.resolve("scan.txt");
            pigenny(0, "registers", "--out", file.toString());
            RegisterScan scan = RegisterScan.parse(Files.readString(file));
            assertTrue(scan.remarks().getFirst().contains("core="), scan.remarks().toString());
            assertEquals(200, scan.values().size());
            recorded.values().forEach((address, value) -> {
                boolean secret = address >= 115 && address <= 119;
                assertEquals(secret ? 0 : value, scan.value(address).getAsInt(), "register " + address);
            });
            String refused = pigenny(1, "registers", "--holding", "--start", "0", "--count", "3");
            assertTrue(refused.contains("addr=0 qty=3 ERROR (EXCEPTION 2)"), refused);
            String devices = pigenny(0, "devices");
            assertTrue(devices.contains("inverter (Inverter, inverter): online"), devices);
            assertTrue(devices.contains("  battery_voltage = 52.1 V"), devices);
            assertTrue(devices.contains("relay_server (Relay server, diesel_generator_controller): offline"), devices);
            String nobody = pigenny(2, "devices", "--write", "roof", "limit_pct=50");
            assertTrue(nobody.contains("there is no device roof; there are: relay_server"), nobody);
            long answers = bench.core.snapshot().inverterLink().answers();
            bench.await("the core reads on", now -> now.inverterLink().answers() > answers);
            assertEquals(0, bench.core.snapshot().inverterLink().timeouts());
        }
    }

    private static Map<String, String> overrides(SimulatedInverter inverter) {
        Map<String, String> quick = new TreeMap<>(CoreBench.quick());
        quick.putAll(Map.of("inverter.port", inverter.portPath(), "relay.host", "127.0.0.1", "relay.port", "9"));
        return quick;
    }
}
