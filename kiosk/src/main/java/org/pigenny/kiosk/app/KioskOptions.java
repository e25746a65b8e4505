// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What was asked for on the command line.
 *
 * @param demo run on a simulated plant
 * @param replay a recorded day for the simulated inverter
 * @param speed of the simulated day, times real; empty takes the demo's own
 * @param window size of the window; empty fills the screen
 * @param overrides settings as {@code key=value}, the command line's short forms included
 */
public record KioskOptions(boolean demo, Optional<Path> replay, OptionalDouble speed, Optional<Window> window,
        Optional<Path> settings, List<String> overrides) {
    public record Window(int width, int height) {}

    public KioskOptions {
        overrides = List.copyOf(overrides);
    }

    /** Whether the plant is a simulated one, and the screen must say so. */
    public boolean simulated() {
        return demo || replay.isPresent();
    }
}
