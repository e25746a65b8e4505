// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Options and settings, and what is refused with which words. */
class CommandLineTest {
    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "crnk_s=5 | --set: unknown setting 'crnk_s', nearest is 'crank_s' (--help lists all)",
        "crank_s=0 | --set: crank_s=0 is refused, allowed: seconds, more than 0, at most 15",
        "crank_s=16 | --set: crank_s=16 is refused, allowed: seconds, more than 0, at most 15",
        "crank_s=14 | --set: crank_s=14 is refused, crank_s and glow_crank_s together may be at most 15",
        "rest_s=11 | --set: rest_s=11 is refused, rest_s may not be shorter than crank_s and glow_crank_s together",
        "rest_s=0 | --set: rest_s=0 is refused, rest_s may not be shorter than crank_s and glow_crank_s together",
        "warmup_s=-1 | --set: warmup_s=-1 is refused, allowed: seconds from 0 to 3600",
        "warmup_s=soon | --set: warmup_s=soon is refused, allowed: seconds from 0 to 3600",
        "max_start_attempts=2.5 | --set: max_start_attempts=2.5 is refused, allowed: a whole number from 1 to 10",
        "engine=fine | --set: engine=fine is refused, allowed: ok, no_fire, stall, welded_starter, wont_stop, no_charge, i2c_dead",
        "crank_s | --set takes KEY=VALUE, not 'crank_s'"})
    void aWrongSettingIsRefusedWithWhatIsAllowed(String setting, String words) {
        SettingsException e = assertThrows(SettingsException.class, () -> Settings.load(List.of(), List.of(setting)));
        assertEquals(words, e.getMessage());
    }

    @Test
    void theCommandLineOverridesTheFileAndTheFileTheDefaults() throws IOException, SettingsException {
        Path file = folder.resolve("server.properties");
        Files.writeString(file, "# the house's own\nwarmup_s = 30\ncooldown_s=100\n");
        Settings settings = Settings.load(List.of(file), List.of("cooldown_s=50.5"));
        assertEquals(30_000, settings.seconds(Key.WARMUP_S).toMillis());
        assertEquals(50_500, settings.seconds(Key.COOLDOWN_S).toMillis());
        assertEquals(20_000, settings.seconds(Key.STABILISE_S).toMillis());
        assertEquals(file.toString(), settings.source(Key.WARMUP_S));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"--bord simulated | Unknown option '--bord' (--help lists all)",
        "--port | --port needs a value", "--port 70000 | --port 70000 is refused, allowed: 0 to 65535",
        "--board real | --board real is refused, allowed: modio, simulated"})
    void aWrongOptionIsRefused(String line, String words) {
        SettingsException e = assertThrows(SettingsException.class, () -> Options.parse(line.split(" ")));
        assertEquals(words, e.getMessage());
    }

    @Test
    void helpListsEveryOptionAndSetting() throws IOException {
        Result result = run("--help");
        assertEquals(0, result.exit());
        for (String word : List.of("--host", "--port", "--board", "--i2c-bus", "--state-dir", "--settings", "--set",
                "reset_s", "client_lease_s", "key_file", "fires_after_s")) {
            assertTrue(result.out().contains(word), word);
        }
        assertTrue(result.out().contains("engine               ok       ok, no_fire, stall, "), result.out());
        assertTrue(result.out().contains("allow                         addresses that may command besides loopback"),
                result.out());
    }

    @Test
    void aBusyPortIsNamed() throws IOException {
        try (ServerProcess server = ServerProcess.start(folder, ServerProcess.SHORT)) {
            Result result = run("--host", "127.0.0.1", "--port", String.valueOf(server.port()), "--board", "simulated",
                    "--state-dir", folder.resolve("other").toString());
            assertEquals(2, result.exit());
            assertTrue(result.err().contains("Cannot listen on 127.0.0.1 port " + server.port()), result.err());
        }
    }

    @Test
    void aSecondServerOverTheSameBoardIsRefused() throws IOException {
        try (ServerProcess server = ServerProcess.start(folder, ServerProcess.SHORT)) {
            assertTrue(server.alive());
            Result result = run("--port", "0", "--board", "simulated", "--state-dir", folder.toString());
            assertEquals(2, result.exit());
            assertTrue(result.err().contains("Another relay server owns state directory " + folder), result.err());
        }
    }

    @Test
    void aMissingSettingsFileAndAMissingBusAreNamed() throws IOException {
        assertEquals("olimex-server: Cannot read settings file /nowhere/at.all",
                run("--settings", "/nowhere/at.all").err().trim());
        Result modio = run("--board", "modio", "--i2c-bus", "250", "--state-dir", folder.toString(), "--set",
                "log_file=" + folder.resolve("log"));
        assertEquals(2, modio.exit());
        assertTrue(modio.err().contains("/dev/i2c-250"), modio.err());
    }

    private record Result(int exit, String out, String err) {}

    private static Result run(String... options) throws IOException {
        List<String> command = new ArrayList<>(ServerProcess.command());
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = process.onExit().orTimeout(30, TimeUnit.SECONDS).join().exitValue();
        return new Result(exit, out, err);
    }
}
