// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.state;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.json.AtomicFile;
import org.pigenny.core.json.Json;
import org.pigenny.core.time.TimeSource;

/**
 * One JSON file for each key in a folder (site-controller.md 1.2). A missing or damaged file reads as empty. Each key has one
 * writer, which claims it.
 */
public final class SharedState {
    private static final Duration CACHED_FOR = Duration.ofMillis(100);
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9_]*");
    private static final String SUFFIX = ".json";

    private final Path folder;
    private final TimeSource time;
    private final Map<String, Cached> cache = new ConcurrentHashMap<>();
    private final Map<String, String> owners = new ConcurrentHashMap<>();

    private record Cached(Map<String, @Nullable Object> content, long atNanos) {}

    public SharedState(Path folder, TimeSource time) {
        this.folder = folder;
        this.time = time;
    }

    public Path folder() {
        return folder;
    }

    /**
     * The right to write a key.
     *
     * @throws IllegalStateException when another owner has it
     */
    public Slot claim(String key, String owner) {
        String known = owners.putIfAbsent(checked(key), owner);
        if (known != null && !known.equals(owner)) {
            throw new IllegalStateException(key + " is written by " + known + ", not by " + owner);
        }
        return new Slot(key);
    }

    /** What was written last; at most 100 ms old. */
    public Map<String, @Nullable Object> read(String key) {
        Cached cached = cache.get(checked(key));
        return cached != null && time.nanos() - cached.atNanos < CACHED_FOR.toNanos()
                ? cached.content
                : readFresh(key);
    }

    public Map<String, @Nullable Object> readFresh(String key) {
        Map<String, @Nullable Object> content = load(file(key)).orElseGet(Map::of);
        cache.put(key, new Cached(content, time.nanos()));
        return content;
    }

    private static Optional<Map<String, @Nullable Object>> load(Path file) {
        try {
            return Json.readObject(Files.readString(file));
        } catch (NoSuchFileException | CharacterCodingException absentOrDamaged) {
            return Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** Whether there is a file that is no JSON object. */
    public boolean damaged(String key) {
        return Files.exists(file(key)) && load(file(key)).isEmpty();
    }

    public List<String> listKeys() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .filter(name -> KEY.matcher(name).matches())
                    .sorted()
                    .toList();
        }
    }

    /** Time since the file was written; empty when there is none. */
    public Optional<Duration> age(String key) {
        try {
            Instant written = Files.getLastModifiedTime(file(key)).toInstant();
            return Optional.of(Duration.between(written, time.wall()));
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    private Path file(String key) {
        return folder.resolve(checked(key) + SUFFIX);
    }

    private static String checked(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("a state key is lower-case letters, digits and _, not " + key);
        }
        return key;
    }

    /** The one place where a key is written. */
    public final class Slot {
        private final String key;

        private Slot(String key) {
            this.key = key;
        }

        public synchronized void write(Map<String, @Nullable Object> content) throws IOException {
            Map<String, @Nullable Object> stamped = new LinkedHashMap<>(content);
            stamped.put("_updated_at", time.wall().toString());
            AtomicFile.write(file(key), Json.pretty(stamped) + "\n");
            cache.put(key, new Cached(stamped, time.nanos()));
        }

        /** Puts these fields over those that are there. */
        public synchronized void update(Map<String, @Nullable Object> changes) throws IOException {
            Map<String, @Nullable Object> merged = new LinkedHashMap<>(readFresh(key));
            merged.putAll(changes);
            write(merged);
        }

        public synchronized void delete() throws IOException {
            Files.deleteIfExists(file(key));
            cache.remove(key);
        }
    }
}
