// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pigenny.core.model.settings.KioskSettings;
import org.pigenny.core.time.ManualTime;
import org.pigenny.kiosk.theme.Theme;

class WatchTest {
    private final ManualTime time = new ManualTime(Instant.EPOCH);

    @Test
    void a_thread_that_does_not_answer_is_slow_then_dead_and_recovers() {
        Watch watch = new Watch(time);
        time.advance(Duration.ofSeconds(4));
        assertEquals(Watch.Verdict.FINE, watch.check());
        time.advance(Duration.ofSeconds(1));
        assertEquals(Watch.Verdict.SLOW, watch.check());
        time.advance(Duration.ofSeconds(55));
        assertEquals(Watch.Verdict.DEAD, watch.check());
        watch.beat();
        assertEquals(Watch.Verdict.FINE, watch.check());
    }

    @Test
    void options_without_a_command_are_the_kiosks() {
        assertArrayEquals(new String[]{"kiosk"}, Main.withDefault(new String[0]));
        assertArrayEquals(new String[]{"kiosk", "--demo"}, Main.withDefault(new String[]{"--demo"}));
        assertArrayEquals(new String[]{"--help"}, Main.withDefault(new String[]{"--help"}));
        assertArrayEquals(new String[]{"status"}, Main.withDefault(new String[]{"status"}));
    }

    @Test
    void without_a_display_it_says_so() {
        assertFalse(Display.present(Map.of(), "Linux"));
        assertTrue(Display.present(Map.of("DISPLAY", ":0"), "Linux"));
        assertTrue(Display.present(Map.of(), "Mac OS X"));
    }

    @Test
    void the_theme_follows_the_clock_unless_somebody_chose() {
        assertEquals(Theme.DAY, DayAndNight.theme(new KioskSettings("auto", "en"), LocalTime.NOON));
        assertEquals(Theme.NIGHT, DayAndNight.theme(new KioskSettings("auto", "en"), LocalTime.of(20, 0)));
        assertEquals(Theme.NIGHT, DayAndNight.theme(new KioskSettings("night", "en"), LocalTime.NOON));
    }
}
