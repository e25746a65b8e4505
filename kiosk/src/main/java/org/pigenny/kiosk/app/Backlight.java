// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The panel's backlight through its folder in /sys. Where there is none, the screen darkens itself. */
final class Backlight {
    private static final Logger LOG = LoggerFactory.getLogger(Backlight.class);

    private final Path folder;
    private final int most;
    private int last = -1;

    private Backlight(Path folder, int most) {
        this.folder = folder;
        this.most = most;
    }

    /**
     * @param named in the settings; empty looks for the first
     * @param all where the backlights are
     */
    static Optional<Backlight> find(String named, Path all) {
        Optional<Path> folder = named.isEmpty() ? first(all) : Optional.of(Path.of(named));
        return folder.filter(path -> Files.isWritable(path.resolve("brightness"))).flatMap(Backlight::open);
    }

    private static Optional<Path> first(Path all) {
        if (!Files.isDirectory(all)) {
            return Optional.empty();
        }
        try (Stream<Path> found = Files.list(all)) {
            return found.sorted().findFirst();
        } catch (IOException e) {
            LOG.warn("no look into {}: {}", all, e.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<Backlight> open(Path folder) {
        try {
            int most = Integer.parseInt(Files.readString(folder.resolve("max_brightness")).strip());
            return Optional.of(new Backlight(folder, most));
        } catch (IOException | NumberFormatException e) {
            LOG.warn("the backlight {} cannot be used: {}", folder, e.getMessage());
            return Optional.empty();
        }
    }

    /** @param percent 0 is off */
    void set(int percent) {
        int value = percent == 0 ? 0 : Math.max(1, Math.round(most * percent / 100f));
        if (value != last) {
            last = value;
            try {
                Files.writeString(folder.resolve("brightness"), String.valueOf(value));
            } catch (IOException e) {
                LOG.warn("the backlight {} cannot be set: {}", folder, e.getMessage());
            }
        }
    }
}
