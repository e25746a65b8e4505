// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.pigenny.core.model.settings.KioskSettings;
import org.pigenny.core.time.ManualTime;

class AttentionTest {
    private final ManualTime time = new ManualTime(Instant.EPOCH);
    private final Attention attention = new Attention(time);
    private final KioskSettings settings = new KioskSettings("auto", "en");

    @Test
    void it_dims_after_the_set_time_and_is_dark_after_three_times_that() {
        assertEquals(100, attention.brightness(settings, false, false));
        time.advance(settings.dimAfter());
        assertEquals(15, attention.brightness(settings, false, false));
        time.advance(settings.dimAfter().multipliedBy(2));
        assertEquals(0, attention.brightness(settings, false, false));
    }

    @Test
    void by_night_it_begins_with_the_brightness_of_the_night() {
        assertEquals(50, attention.brightness(settings, false, true));
        time.advance(settings.dimAfter());
        assertEquals(7, attention.brightness(settings, false, true));
    }

    @Test
    void the_first_touch_on_a_dark_screen_only_wakes_and_on_a_dim_one_it_counts() {
        time.advance(settings.dimAfter());
        assertTrue(attention.touch(settings, false), "one can see where one touches");
        time.advance(settings.dimAfter().multipliedBy(3));
        assertFalse(attention.touch(settings, false));
        assertTrue(attention.touch(settings, false));
    }

    @Test
    void an_alarm_that_nobody_has_seen_keeps_it_bright_and_its_touches_count() {
        time.advance(Duration.ofHours(5));
        assertEquals(100, attention.brightness(settings, true, false));
        assertTrue(attention.touch(settings, true));
    }

    @Test
    void it_goes_home_a_minute_after_the_last_touch() {
        time.advance(Duration.ofSeconds(40));
        attention.touch(settings, false);
        time.advance(Duration.ofSeconds(59));
        assertFalse(attention.goHome(settings));
        time.advance(Duration.ofSeconds(1));
        assertTrue(attention.goHome(settings));
    }
}
