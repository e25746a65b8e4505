// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.pigenny.olimex.protocol.Hmac;

/** Who may command: loopback and the allowed addresses, or with a key whoever proves to have it. Everybody may look. */
final class Access {
    private static final int NONCE_BYTES = 16;
    private static final int SHORTEST_KEY = 8;

    private final Set<InetAddress> allowed;
    private final byte[] key;
    private final SecureRandom random = new SecureRandom();

    private Access(Set<InetAddress> allowed, byte[] key) {
        this.allowed = allowed;
        this.key = key;
    }

    static Access of(Settings settings) throws SettingsException {
        return new Access(addresses(settings), key(settings));
    }

    private static Set<InetAddress> addresses(Settings settings) throws SettingsException {
        Set<InetAddress> addresses = new HashSet<>();
        for (String word : settings.text(Key.ALLOW).split("[,\\s]+")) {
            if (word.isEmpty()) {
                continue;
            }
            try {
                if (!word.matches("[0-9a-fA-F:.]+")) {
                    throw new UnknownHostException(word);
                }
                addresses.add(InetAddress.getByName(word));
            } catch (UnknownHostException e) {
                throw new SettingsException(settings.source(Key.ALLOW) + ": allow=" + word
                        + " is refused, allowed: IP addresses separated by commas");
            }
        }
        return addresses;
    }

    private static byte[] key(Settings settings) throws SettingsException {
        String file = settings.text(Key.KEY_FILE);
        if (file.isEmpty()) {
            return new byte[0];
        }
        String source = settings.source(Key.KEY_FILE) + ": key_file=" + file;
        try {
            byte[] key = Files.readString(Path.of(file), StandardCharsets.UTF_8)
                    .trim()
                    .getBytes(StandardCharsets.UTF_8);
            if (key.length < SHORTEST_KEY) {
                throw new SettingsException(source + " is refused, a key has at least " + SHORTEST_KEY + " characters");
            }
            return key;
        } catch (IOException | IllegalArgumentException e) {
            throw new SettingsException(source + " cannot be read: " + e.getMessage());
        }
    }

    boolean needsKey() {
        return key.length > 0;
    }

    /** Whether this address may command without a key. */
    boolean allows(InetAddress address) {
        return address.isLoopbackAddress() || allowed.contains(address);
    }

    /** Text to be answered with an HMAC; each is good for one answer. */
    String challenge() {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        return Hmac.hex(nonce);
    }

    boolean answers(String challenge, String answer) {
        return needsKey() && !challenge.isEmpty()
                && MessageDigest.isEqual(Hmac.answer(key, challenge).getBytes(StandardCharsets.US_ASCII),
                        answer.getBytes(StandardCharsets.US_ASCII));
    }
}
