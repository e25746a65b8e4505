// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.profile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The profiles that come with the program. */
public final class Profiles {
    public static final String LUXPOWER = "luxpower";
    private static final List<String> NAMES = List.of(LUXPOWER, "eg4_offgrid", "sungrow", "meatrol_me431", "comap");

    private Profiles() {}

    public static List<String> names() {
        return NAMES;
    }

    /** @throws IllegalArgumentException when there is no such profile; the message names those that there are */
    public static Profile named(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException(
                    "no device profile \"" + name + "\"; there are: " + String.join(", ", NAMES));
        }
        String file = name + ".profile";
        try (InputStream in = Profiles.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing from the program");
            }
            return new ProfileReader(file).read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
