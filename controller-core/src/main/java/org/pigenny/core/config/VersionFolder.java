// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.pigenny.core.json.AtomicFile;
import org.pigenny.core.json.Json;

/** The last five versions of the screen's settings and the last good values of the file, one small file each. */
final class VersionFolder {
    private static final int KEPT = 5;
    private static final String LAST_GOOD = "last_good.json";
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'v_'yyyyMMdd'T'HHmmss.SSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Path folder;

    VersionFolder(Path folder) {
        this.folder = folder;
    }

    /** Newest first; damaged files are left out. */
    List<Version> versions() {
        List<Version> versions = new ArrayList<>();
        for (Path file : files()) {
            read(file).flatMap(Version::ofJson).ifPresent(versions::add);
        }
        return versions;
    }

    /** Names of files that should be versions and are not. */
    List<String> damaged() {
        return files().stream()
                .filter(file -> read(file).flatMap(Version::ofJson).isEmpty())
                .map(Path::toString)
                .toList();
    }

    /** A name later than all there are, even when the clock was set back. */
    String newId(Instant now) {
        String id = NAME.format(now);
        List<Path> files = files();
        String newest = files.isEmpty() ? "" : stem(files.getFirst());
        return id.compareTo(newest) > 0 ? id : newest + "a";
    }

    void add(Version version) throws IOException {
        AtomicFile.write(folder.resolve(version.id() + ".json"), Json.pretty(version.toJson()) + "\n");
        List<Path> all = files();
        for (Path old : all.subList(Math.min(KEPT, all.size()), all.size())) {
            Files.deleteIfExists(old);
        }
    }

    Map<String, String> lastGood() {
        Map<String, String> values = new LinkedHashMap<>();
        read(folder.resolve(LAST_GOOD)).orElse(Map.of()).forEach((key, value) -> {
            if (value instanceof String text) {
                values.put(key, text);
            }
        });
        return values;
    }

    void lastGood(Map<String, String> values) throws IOException {
        if (!values.equals(lastGood()) || !Files.exists(folder.resolve(LAST_GOOD))) {
            AtomicFile.write(folder.resolve(LAST_GOOD), Json.pretty(values) + "\n");
        }
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("v_.*\\.json"))
                    .sorted(Comparator.comparing(VersionFolder::stem).reversed())
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static String stem(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ".json".length());
    }

    private static Optional<Map<String, @org.jspecify.annotations.Nullable Object>> read(Path file) {
        try {
            return Json.readObject(Files.readString(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
