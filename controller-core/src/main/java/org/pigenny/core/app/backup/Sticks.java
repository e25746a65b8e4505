// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.backup;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.pigenny.core.api.Backups;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where systems mount USB sticks, and what is on them. */
public final class Sticks {
    /** Another folder to look below, in place of all others: for tests and unusual systems. */
    public static final String VARIABLE = "PIGENNY_STICKS";
    private static final Logger LOG = LoggerFactory.getLogger(Sticks.class);
    private static final List<Path> PLACES = List.of(Path.of("/media"), Path.of("/run/media"), Path.of("/mnt"));
    private static final int DEPTH = 2;

    private final List<Path> places;
    private final boolean mountedOnly;

    /** @param places folders to look below */
    Sticks(List<Path> places, boolean mountedOnly) {
        this.places = places;
        this.mountedOnly = mountedOnly;
    }

    public static Sticks of(Map<String, String> environment) {
        String given = environment.getOrDefault(VARIABLE, "");
        return given.isBlank() ? new Sticks(PLACES, true) : new Sticks(List.of(Path.of(given)), false);
    }

    /** Mounted and writable, by name. */
    public List<Path> writable() {
        return all().stream().filter(Files::isWritable).toList();
    }

    private List<Path> all() {
        return places.stream().flatMap(place -> below(place, mountedOnly ? DEPTH : 1)).sorted().toList();
    }

    private Stream<Path> below(Path place, int depth) {
        List<Path> found = new ArrayList<>();
        if (depth > 0 && Files.isDirectory(place)) {
            try (DirectoryStream<Path> inside = Files.newDirectoryStream(place, Files::isDirectory)) {
                inside.forEach(found::add);
            } catch (IOException e) {
                LOG.info("{} cannot be searched for a stick: {}", place, e.toString());
            }
        }
        return found.stream().flatMap(folder -> isStick(folder) ? Stream.of(folder) : below(folder, depth - 1));
    }

    /** Something is mounted there: it is another file system than the folder around it. */
    private boolean isStick(Path folder) {
        if (!mountedOnly) {
            return true;
        }
        try {
            Object here = Files.getAttribute(folder, "unix:dev");
            return !here.equals(Files.getAttribute(folder.resolve(".."), "unix:dev"));
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    /** Archives on all sticks, newest first. */
    public List<Backups.Archive> archives() {
        return all().stream()
                .flatMap(Sticks::archives)
                .sorted(Comparator.comparing(Backups.Archive::madeAt).reversed())
                .toList();
    }

    /** Archives in one folder; what cannot be read is left out. */
    private static Stream<Backups.Archive> archives(Path folder) {
        List<Backups.Archive> found = new ArrayList<>();
        try (DirectoryStream<Path> inside = Files.newDirectoryStream(folder, Backup.PREFIX + "*" + Backup.SUFFIX)) {
            for (Path file : inside) {
                try (ArchiveFile archive = new ArchiveFile(file)) {
                    found.add(archive.described());
                } catch (IOException e) {
                    LOG.info("{} is left out: {}", file, e.toString());
                }
            }
        } catch (IOException e) {
            LOG.info("{} cannot be searched for archives: {}", folder, e.toString());
        }
        return found.stream();
    }
}
