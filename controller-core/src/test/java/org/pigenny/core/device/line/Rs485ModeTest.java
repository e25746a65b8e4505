// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.pigenny.core.model.settings.InverterSettings;

/** Quirk 7: what the serial driver is really asked for when a port is opened. */
@Timeout(90)
class Rs485ModeTest {
    private static final int ENABLED = 1;
    private static final int RTS_ON_SEND = 2;
    private static final int RTS_AFTER_SEND = 4;
    private static final long PATIENCE_SECONDS = 60;

    @TempDir
    private Path folder;

    /** The lines that the driver was asked, one for each time. */
    private List<String> asked(String... mode) throws Exception {
        Path log = folder.resolve("asked.txt");
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java")
                .toString(), "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                Rs485Probe.class.getName()));
        command.addAll(Arrays.asList(mode));
        ProcessBuilder probe = new ProcessBuilder(command).inheritIO();
        probe.environment().put("LD_PRELOAD", listener().toString());
        probe.environment().put("RS485_LOG", log.toString());
        Process process = probe.start();
        assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue());
        return Files.exists(log) ? Files.readAllLines(log) : List.of();
    }

    private Path listener() throws Exception {
        Path source = folder.resolve("listener.c");
        Path library = folder.resolve("listener.so");
        try (var in = Objects.requireNonNull(Rs485ModeTest.class.getResourceAsStream("rs485_listener.c"))) {
            Files.write(source, in.readAllBytes());
        }
        assumeTrue(Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "cc"))), "a C compiler (cc) is not here");
        Process compiler = new ProcessBuilder("cc", "-shared", "-fPIC", "-o", library.toString(), source.toString(),
                "-ldl").inheritIO().start();
        assumeTrue(compiler.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && compiler.exitValue() == 0,
                "the C compiler or the kernel's headers are not whole here");
        return library;
    }

    private static int flags(String line) {
        return Integer.parseInt(line.replaceAll("flags=(\\d+) .*", "$1"));
    }

    @Test
    void quirk7TheDefaultAsksForRtsOnSendWithoutDelaysWhichTheHatsDriverWouldRefuse() throws Exception {
        InverterSettings.Rs485 usual = InverterSettings.defaults().rs485();
        List<String> asked = asked(String.valueOf(usual.mode()), String.valueOf(usual.activeHigh()),
                String.valueOf(usual.delayBeforeMicros()), String.valueOf(usual.delayAfterMicros()));
        assertTrue(!asked.isEmpty(), "the driver was asked");
        for (String line : asked) {
            assertEquals(ENABLED | RTS_ON_SEND, flags(line) & (ENABLED | RTS_ON_SEND | RTS_AFTER_SEND), line);
            assertTrue(line.endsWith(" before=0 after=0"), line);
        }
    }

    @Test
    void quirk7AllFourSettingsReachTheDriver() throws Exception {
        String line = asked("true", "false", "2000", "3000").getLast();
        assertEquals(ENABLED | RTS_AFTER_SEND, flags(line) & (ENABLED | RTS_ON_SEND | RTS_AFTER_SEND), line);
        assertTrue(line.endsWith(" before=2 after=3"), "the driver counts milliseconds: " + line);
    }

    @Test
    void quirk7WithoutTheModeAnAdaptersOwnIsLeftAlone() throws Exception {
        assertEquals(List.of(), asked("false", "true", "0", "0"));
    }
}
