// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.app;

import java.time.Duration;
import org.pigenny.core.model.settings.KioskSettings;
import org.pigenny.core.time.TimeSource;

/**
 * How bright the screen is and when it goes home, by the time since somebody touched it. No toolkit. The first touch on a
 * dark screen only wakes it; an alarm that nobody has acknowledged keeps it bright.
 */
final class Attention {
    /** Of its brightness, %, when nobody has touched it for a while. */
    private static final int DIMMED_PCT = 15;
    /** After this many times the dimming time it is dark. */
    private static final int DARK_AFTER_DIMS = 3;

    enum Light {
        BRIGHT,
        DIM,
        DARK
    }

    private final TimeSource real;
    private long touched;

    Attention(TimeSource real) {
        this.real = real;
        touched = real.nanos();
    }

    /** Somebody touched the screen. Returns whether the touch may go further; on a dark screen it only wakes. */
    boolean touch(KioskSettings settings, boolean alarm) {
        boolean seen = light(settings, alarm) != Light.DARK;
        touched = real.nanos();
        return seen;
    }

    Light light(KioskSettings settings, boolean alarm) {
        Duration still = still();
        if (alarm || still.compareTo(settings.dimAfter()) < 0) {
            return Light.BRIGHT;
        }
        return still.compareTo(settings.dimAfter().multipliedBy(DARK_AFTER_DIMS)) < 0 ? Light.DIM : Light.DARK;
    }

    /** %, 0 when dark. */
    int brightness(KioskSettings settings, boolean alarm, boolean night) {
        int full = night ? settings.brightnessNight() : settings.brightness();
        return switch (light(settings, alarm)) {
            case BRIGHT -> full;
            case DIM -> Math.max(1, full * DIMMED_PCT / 100);
            case DARK -> 0;
        };
    }

    boolean goHome(KioskSettings settings) {
        return still().compareTo(settings.homeAfter()) >= 0;
    }

    private Duration still() {
        return Duration.ofNanos(real.nanos() - touched);
    }
}
