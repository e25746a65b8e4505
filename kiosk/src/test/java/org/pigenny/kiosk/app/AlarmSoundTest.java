// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AlarmSoundTest {
    @Test
    void it_sounds_at_once_then_every_half_a_minute_until_somebody_has_seen_it() {
        try (AlarmSound sound = new AlarmSound()) {
            assertTrue(sound.tick(true, true));
            for (int second = 1; second < 30; second++) {
                assertFalse(sound.tick(true, true), "second " + second);
            }
            assertTrue(sound.tick(true, true));
            assertFalse(sound.tick(false, true), "acknowledged");
            assertTrue(sound.tick(true, true), "the next alarm sounds at once");
        }
    }

    @Test
    void switched_off_it_is_silent() {
        try (AlarmSound sound = new AlarmSound()) {
            assertFalse(sound.tick(true, false));
        }
    }
}
