// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Keeps the installer's PIN as a salted hash (PBKDF2), never the PIN itself. */
final class PinStore {
    private static final String ALGORITHM = "PBKDF2WithHmacSHA256";
    private static final int ROUNDS = 60_000;
    private static final int BITS = 256;
    private static final int SALT_BYTES = 16;

    private final Path file;

    PinStore(Path folder) {
        file = folder.resolve("pin");
    }

    boolean isSet() {
        return Files.exists(file);
    }

    void set(String pin) throws IOException {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        String line = HexFormat.of().formatHex(salt) + ":" + HexFormat.of().formatHex(hash(pin, salt));
        Path part = file.resolveSibling("pin.part");
        Path folder = part.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.write(part, List.of(line), StandardCharsets.US_ASCII);
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** A damaged file opens for nobody. */
    boolean matches(String pin) throws IOException {
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
