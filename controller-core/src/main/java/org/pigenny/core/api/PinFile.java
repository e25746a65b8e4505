// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Keeps the installer's PIN as a salted hash (PBKDF2) in a file for its owner alone, never the PIN itself. */
public final class PinFile {
    private static final String ALGORITHM = "PBKDF2WithHmacSHA256";
    private static final int ROUNDS = 60_000;
    private static final int BITS = 256;
    private static final int SALT_BYTES = 16;

    private final Path file;

    /** @param folder of the screen's own files */
    public PinFile(Path folder) {
        file = folder.resolve("pin");
    }

    public boolean isSet() {
        return Files.exists(file);
    }

    /** @param pin the digits as typed */
    public void set(String pin) throws IOException {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        String line = HexFormat.of().formatHex(salt) + ":" + HexFormat.of().formatHex(hash(pin, salt));
        Path part = file.resolveSibling("pin.part");
        Path folder = part.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.deleteIfExists(part);
        if (Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix")) {
            Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.write(part, List.of(line), StandardCharsets.US_ASCII);
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** A damaged file opens for nobody. */
    public boolean matches(String pin) throws IOException {
        String[] parts = Files.readString(file, StandardCharsets.US_ASCII).strip().split(":", 2);
        if (parts.length != 2) {
            return false;
        }
        try {
            byte[] salt = HexFormat.of().parseHex(parts[0]);
            return MessageDigest.isEqual(hash(pin, salt), HexFormat.of().parseHex(parts[1]));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static byte[] hash(String pin, byte[] salt) {
        try {
            PBEKeySpec spec = new PBEKeySpec(pin.toCharArray(), salt, ROUNDS, BITS);
            return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(spec).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, e);
        }
    }
}
