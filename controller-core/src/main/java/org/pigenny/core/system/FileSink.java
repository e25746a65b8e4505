// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.json.Json;

/** Appends heartbeats to a file, one JSON object a line; at 1 MB it becomes the older one of two. */
public final class FileSink implements HeartbeatSink {
    private static final long LARGEST_BYTES = 1_000_000;

    private final Path file;

    public FileSink(Path file) {
        this.file = file;
    }

    @Override
    public String name() {
        return file.toString();
    }

    @Override
    public void send(Map<String, @Nullable Object> heartbeat) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        if (Files.exists(file) && Files.size(file) > LARGEST_BYTES) {
            Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        byte[] line = (Json.line(heartbeat) + "\n").getBytes(StandardCharsets.UTF_8);
        Files.write(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
