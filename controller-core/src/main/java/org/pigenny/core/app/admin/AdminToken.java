// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.admin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The secret of the administration: made once, readable by its owner alone. */
final class AdminToken {
    private static final int BYTES = 24;
    private final String token;

    private AdminToken(String token) {
        this.token = token;
    }

    /** @throws IOException when it can be neither read nor made; there is no administration without one */
    static AdminToken of(Path file) throws IOException {
        if (Files.exists(file)) {
            String kept = Files.readString(file).strip();
            if (kept.length() < BYTES) {
                throw new IOException(file + " holds no token; remove it to have a new one made");
            }
            return new AdminToken(kept);
        }
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String made = HexFormat.of().formatHex(random);
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, made + "\n", StandardOpenOption.WRITE);
        return new AdminToken(made);
    }

    /** Takes the same time for every wrong header of one length. */
    boolean opens(@Nullable String header) {
        byte[] wanted = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
        byte[] given = (header == null ? "" : header).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(wanted, given);
    }
}
