// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.diagnostics;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the machine under the screen does. What cannot be read is empty.
 *
 * @param celsius of the processor
 * @param memoryUsedPct of all memory
 * @param processMb resident memory of this process
 * @param diskFreeGb where our own files are
 */
record MachineHealth(OptionalDouble celsius, OptionalDouble memoryUsedPct, OptionalDouble processMb,
        OptionalDouble diskFreeGb, OptionalDouble load) {
    private static final double GIGA = 1e9;

    /** @param root under which /sys and /proc are */
    static MachineHealth read(Path root, Path disk) {
        OptionalDouble total = field(root.resolve("proc/meminfo"), "MemTotal:\\s+(\\d+)");
        OptionalDouble free = field(root.resolve("proc/meminfo"), "MemAvailable:\\s+(\\d+)");
        OptionalDouble used = total.isPresent() && free.isPresent()
                ? OptionalDouble.of(100 * (1 - free.getAsDouble() / total.getAsDouble()))
                : OptionalDouble.empty();
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return new MachineHealth(scaled(field(root.resolve("sys/class/thermal/thermal_zone0/temp"), "(\\d+)"), 1000),
                used, scaled(field(root.resolve("proc/self/status"), "VmRSS:\\s+(\\d+)"), 1024), free(disk),
                load >= 0 ? OptionalDouble.of(load) : OptionalDouble.empty());
    }

    private static OptionalDouble field(Path file, String pattern) {
        try {
            Matcher found = Pattern.compile(pattern).matcher(Files.readString(file));
            return found.find() ? OptionalDouble.of(Double.parseDouble(found.group(1))) : OptionalDouble.empty();
        } catch (IOException e) {
            return OptionalDouble.empty();
        }
    }

    private static OptionalDouble scaled(OptionalDouble value, double by) {
        return value.isPresent() ? OptionalDouble.of(value.getAsDouble() / by) : value;
    }

    private static OptionalDouble free(Path disk) {
        Path at = disk.toAbsolutePath();
        while (at != null && !Files.exists(at)) {
            at = at.getParent();
        }
        try {
            return at == null
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(Files.getFileStore(at).getUsableSpace() / GIGA);
        } catch (IOException e) {
            return OptionalDouble.empty();
        }
    }
}
