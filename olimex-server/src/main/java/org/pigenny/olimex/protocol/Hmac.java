// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.protocol;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The answer to a challenge: the shared key itself never travels. */
public final class Hmac {
    private static final String ALGORITHM = "HmacSHA256";

    private Hmac() {}

    /**
     * HMAC-SHA256 of the challenge's text, in lower-case hex.
     *
     * @param key not empty
     */
    public static String answer(byte[] key, String challenge) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return hex(mac.doFinal(challenge.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, e);
        }
    }

    /** Two lower-case digits a byte. */
    public static String hex(byte[] bytes) {
        StringBuilder digits = new StringBuilder(bytes.length * 2);
        for (byte b : bytes) {
            digits.append(Character.forDigit((b >> 4) & 0xF, 16)).append(Character.forDigit(b & 0xF, 16));
        }
        return digits.toString();
    }
}
