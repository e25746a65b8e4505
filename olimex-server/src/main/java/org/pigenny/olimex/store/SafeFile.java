// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * A few keys and values in a text file with a checksum. Written beside and moved into place; the generation before is kept
 * and read when the newest is damaged.
 */
public final class SafeFile {
    private static final String CHECKSUM = "checksum=";

    private final Path file;
    private final Path before;
    private final Path fresh;
    private final boolean durable;

    /** @param durable whether a write reaches the disk before it returns; otherwise it only survives the process */
    public SafeFile(Path file, boolean durable) {
        this.file = file;
        this.durable = durable;
        before = file.resolveSibling(file.getFileName() + ".bak");
        fresh = file.resolveSibling(file.getFileName() + ".tmp");
    }

    /** What was found. */
    public record Found(Optional<Map<String, String>> values, boolean damaged) {}

    /** The newest generation that is whole. */
    public Found read() {
        boolean damaged = false;
        for (Path candidate : new Path[]{file, before}) {
            if (Files.exists(candidate)) {
                Optional<Map<String, String>> values = parse(candidate);
                if (values.isPresent()) {
                    return new Found(values, damaged);
                }
                damaged = true;
            }
        }
        return new Found(Optional.empty(), damaged);
    }

    private static Optional<Map<String, String>> parse(Path path) {
        String text;
        try {
            text = Files.readString(path, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return Optional.empty();
        }
        int at = text.lastIndexOf(CHECKSUM);
        if (at < 0 || !text.substring(at).trim().equals(CHECKSUM + checksum(text.substring(0, at)))) {
            return Optional.empty();
        }
        return Optional.of(decode(text.substring(0, at)));
    }

    /** Reads what {@link #encode} wrote. */
    public static Map<String, String> decode(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        text.lines().forEach(line -> {
            int equals = line.indexOf('=');
            if (equals > 0) {
                values.put(line.substring(0, equals), line.substring(equals + 1));
            }
        });
        return values;
    }

    /** One line for each value, in the order of their keys. Line breaks in values become spaces. */
    public static String encode(Map<String, String> values) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(values).forEach((key, value) -> text.append(key)
                .append('=')
                .append(value.replaceAll("[\\r\\n]+", " "))
                .append('\n'));
        return text.toString();
    }

    /** Replaces the file. */
    public void write(Map<String, String> values) throws IOException {
        StringBuilder text = new StringBuilder(encode(values));
        String checksum = checksum(text.toString());
        text.append(CHECKSUM).append(checksum).append('\n');
        try (FileChannel out = FileChannel.open(fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = StandardCharsets.ISO_8859_1.encode(text.toString());
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            if (durable) {
                out.force(true);
            }
        }
        if (Files.exists(file)) {
            Files.move(file, before, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String checksum(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.ISO_8859_1));
        return Long.toHexString(crc.getValue());
    }
}
