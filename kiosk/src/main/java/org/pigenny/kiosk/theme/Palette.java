// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javafx.scene.paint.Color;

/** The colours of a theme by their meaning, read from the same files as the style sheets, for what is painted by hand. */
public final class Palette {
    private static final Pattern TOKEN = Pattern.compile("^\\s*(-[a-z0-9-]+):\\s*([^;]+);", Pattern.MULTILINE);

    private final Map<String, String> raw;
    private final Map<String, String> meanings;

    private Palette(Map<String, String> raw, Map<String, String> meanings) {
        this.raw = raw;
        this.meanings = meanings;
    }

    public static Palette of(Theme theme) {
        return new Palette(tokens("raw.css"), tokens(theme.file()));
    }

    /** @param meaning such as {@code -fg-quiet} */
    public Color color(String meaning) {
        String name = meanings.get(meaning);
        String value = name == null ? null : raw.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no colour is called " + meaning);
        }
        return Color.web(value);
    }

    private static Map<String, String> tokens(String file) {
        Map<String, String> found = new HashMap<>();
        Matcher line = TOKEN.matcher(read("/org/pigenny/assets/theme/" + file));
        while (line.find()) {
            found.put(line.group(1), line.group(2).trim());
        }
        return found;
    }

    private static String read(String resource) {
        try (InputStream in = Palette.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the assets lack " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
