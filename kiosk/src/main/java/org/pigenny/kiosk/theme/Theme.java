// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.theme;

import java.net.URL;
import java.util.List;
import java.util.Locale;

import javafx.scene.text.Font;

/** Day or night: the style sheets of each, and the fonts of both. */
public enum Theme {
    DAY, NIGHT;

    private static final String ASSETS = "/org/pigenny/assets/";

    /** The file of the second layer of tokens. */
    String file() {
        return name().toLowerCase(Locale.ROOT) + ".css";
    }

    /** In the order in which a scene takes them. */
    public List<String> styleSheets() {
        return List.of(asset("theme/raw.css"), asset("theme/" + file()), asset("theme/kiosk.css"));
    }

    /** Makes the bundled fonts known. Once, before the first scene. */
    public static void loadFonts() {
        for (String weight : List.of("Regular", "Medium", "SemiBold")) {
            if (Font.loadFont(asset("fonts/PiGennySans-" + weight + ".otf"), 16) == null) {
                throw new IllegalStateException("the font PiGennySans-" + weight + " cannot be read");
            }
        }
    }

    static String asset(String name) {
        URL found = Theme.class.getResource(ASSETS + name);
        if (found == null) {
            throw new IllegalStateException("the assets lack " + name);
        }
        return found.toExternalForm();
    }
}
