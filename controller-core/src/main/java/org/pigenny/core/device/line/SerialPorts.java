// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.line;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The serial ports that this machine has, by the names that survive a replugging first. */
public final class SerialPorts {
    private static final Path BY_ID = Path.of("/dev/serial/by-id");
    private static final Path DEV = Path.of("/dev");
    /** HAT, USB adapters, the Pi's own UARTs. */
    private static final List<String> PATTERNS = List.of("ttySC*", "ttyUSB*", "ttyACM*", "ttyAMA*", "serial[0-9]");

    private SerialPorts() {}

    public static List<String> present() {
        TreeSet<String> found = new TreeSet<>();
        found.addAll(list(BY_ID, "*"));
        for (String pattern : PATTERNS) {
            found.addAll(list(DEV, pattern));
        }
        return new ArrayList<>(found);
    }

    private static List<String> list(Path folder, String pattern) {
        List<String> names = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, pattern)) {
                entries.forEach(entry -> names.add(entry.toString()));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot list " + folder, e);
            }
        }
        return names;
    }
}
