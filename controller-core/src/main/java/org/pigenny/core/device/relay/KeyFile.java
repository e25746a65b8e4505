// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.relay;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.pigenny.core.model.settings.RelaySettings;

/** The key that is shared with the relay server. */
final class KeyFile {
    private KeyFile() {}

    /**
     * The file's content without white space around it; empty when none is set.
     *
     * @throws IOException naming the file, when it cannot be read
     */
    static Optional<byte[]> read(RelaySettings settings) throws IOException {
        if (settings.keyFile().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(Path.of(settings.keyFile()), StandardCharsets.UTF_8)
                    .strip()
                    .getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IOException("key file " + settings.keyFile() + ": " + e.getMessage(), e);
        }
    }
}
