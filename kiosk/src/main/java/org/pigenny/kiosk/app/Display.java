// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.app;

import java.util.Locale;
import java.util.Map;

/** Whether there is a display, and what stands in for it when there is none. */
final class Display {
    /** Large enough for every size, lying or standing. */
    private static final String HEADLESS_SCREEN = "1280x1280-32";

    private Display() {}

    /** On Linux a screen is an X server, also under Wayland; elsewhere there is one. */
    static boolean present(Map<String, String> environment, String system) {
        boolean linux = system.toLowerCase(Locale.ROOT).contains("linux");
        return !linux || !environment.getOrDefault("DISPLAY", "").isEmpty();
    }

    /** Draws into memory from now on. Before the toolkit starts. */
    static void standIn() {
        setDefault("glass.platform", "Monocle");
        setDefault("monocle.platform", "Headless");
        setDefault("headless.geometry", HEADLESS_SCREEN);
        setDefault("prism.order", "sw");
        setDefault("prism.lcdtext", "false");
    }

    private static void setDefault(String key, String value) {
        if (System.getProperty(key) == null) {
            System.setProperty(key, value);
        }
    }
}
