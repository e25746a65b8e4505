// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineHealthTest {
    @TempDir
    private Path root = Path.of("");

    @Test
    void it_is_read_where_the_kernel_tells_it() throws IOException {
        write("sys/class/thermal/thermal_zone0/temp", "52100\n");
        write("proc/meminfo", "MemTotal:        4000000 kB\nMemFree:  1 kB\nMemAvailable:    3000000 kB\n");
        write("proc/self/status", "Name:\tjava\nVmRSS:\t  204800 kB\n");
        MachineHealth health = MachineHealth.read(root, root.resolve("not/yet/there"));
        assertEquals(OptionalDouble.of(52.1), health.celsius());
        assertEquals(OptionalDouble.of(25), health.memoryUsedPct());
        assertEquals(OptionalDouble.of(200), health.processMb());
        assertTrue(health.diskFreeGb().getAsDouble() > 0);
    }

    @Test
    void what_cannot_be_read_is_empty_and_not_nothing() {
        MachineHealth health = MachineHealth.read(root, root);
        assertEquals(OptionalDouble.empty(), health.celsius());
        assertEquals(OptionalDouble.empty(), health.memoryUsedPct());
        assertEquals(OptionalDouble.empty(), health.processMb());
    }

    private void write(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
