// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.pigenny.core.model.settings.Settings;

/**
 * One consistent set of settings, immutable, with the origin of each value.
 *
 * @param values by key, in the order of the schema
 */
public record Effective(Settings settings, Map<String, Value> values) {
    /** A value in its one way of writing. */
    public record Value(Key key, String text, Source source) {}

    public Effective {
        values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** SHA-256 over every key and value: two sets with the same hash are the same settings. */
    public String hash() {
        StringBuilder all = new StringBuilder();
        new TreeMap<>(values).forEach((key, value) -> all.append(key).append('=').append(value.text()).append('\n'));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(all.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
