// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging.replay;

import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.logging.json.Codec;
import org.pigenny.core.logging.json.Json;
import org.pigenny.core.model.PlantSnapshot;
import org.pigenny.core.model.settings.GeneratorSettings;

/**
 * One line of JSON for each tick: what went in, what came out, and a digest of all that came out, the memory for the next tick
 * included. Memory and settings stand only where they cannot be known from the lines before.
 *
 * @param memory class of the controller's memory
 * @param request class of a request
 * @param step class of what a tick answers; has a component {@code memory}
 */
public record TickFormat<M extends Record, R extends Record, D extends Record>(Class<M> memory, Class<R> request,
        Class<D> step) {
    private static final int DIGEST_BYTES = 16;

    /** One tick as read back. */
    record Line<M, R>(Optional<M> memory, Optional<GeneratorSettings> settings, PlantSnapshot now, List<R> requests,
            String digest, Map<?, ?> decided) {}

    /** @param memoryBefore only where the reader cannot know it; likewise the settings */
    String write(@Nullable M memoryBefore, @Nullable GeneratorSettings settings, PlantSnapshot now, List<R> requests,
            D decided) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        if (memoryBefore != null) {
            line.put("memory", Codec.toTree(memoryBefore, memory));
        }
        if (settings != null) {
            line.put("settings", Codec.toTree(settings, GeneratorSettings.class));
        }
        line.put("now", Codec.toTree(now, PlantSnapshot.class));
        if (!requests.isEmpty()) {
            line.put("requests", requests.stream().map(each -> Codec.toTree(each, request)).toList());
        }
        Map<String, @Nullable Object> tree = tree(decided);
        line.put("digest", digest(tree));
        tree.remove("memory");
        line.put("decided", tree);
        return Json.write(line);
    }

    /** @throws IllegalArgumentException when the line is not whole */
    Line<M, R> read(String text) {
        if (!(Json.read(text) instanceof Map<?, ?> line)) {
            throw new IllegalArgumentException("no tick: " + text);
        }
        return new Line<>(Optional.ofNullable(memory.cast(value(line, "memory", memory))),
                Optional.ofNullable((GeneratorSettings) value(line, "settings", GeneratorSettings.class)),
                (PlantSnapshot) Objects.requireNonNull(value(line, "now", PlantSnapshot.class), "now"),
                requests(line.get("requests")), String.valueOf(line.get("digest")),
                line.get("decided") instanceof Map<?, ?> decided ? decided : Map.of());
    }

    private List<R> requests(@Nullable Object trees) {
        List<R> requests = new ArrayList<>();
        if (trees instanceof List<?> list) {
            list.forEach(tree -> requests
                    .add(request.cast(Objects.requireNonNull(Codec.fromTree(tree, request), "request"))));
        }
        return requests;
    }

    private static @Nullable Object value(Map<?, ?> line, String name, Type type) {
        return Codec.fromTree(line.get(name), type);
    }

    String digest(D decided) {
        return digest(tree(decided));
    }

    private static String digest(Map<String, @Nullable Object> tree) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(Json.write(tree).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** What was decided, without the memory: the digest speaks for that. */
    Map<String, @Nullable Object> told(D decided) {
        Map<String, @Nullable Object> told = tree(decided);
        told.remove("memory");
        return told;
    }

    private Map<String, @Nullable Object> tree(D decided) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        if (Codec.toTree(decided, step) instanceof Map<?, ?> fields) {
            fields.forEach((name, value) -> tree.put(String.valueOf(name), value));
        }
        return tree;
    }
}
