// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.pigenny.core.time.ManualTime;

class PinGuardTest {
    private final ManualTime time = new ManualTime(Instant.EPOCH);
    private final PinGuard guard = new PinGuard(time);

    @Test
    void three_tries_are_free_then_each_wrong_one_costs_twice_the_time_of_the_one_before() {
        guard.wrong();
        guard.wrong();
        assertEquals(Duration.ZERO, guard.closedFor());
        for (int seconds : new int[]{30, 60, 120, 240, 480, 960, 1920, 1920}) {
            guard.wrong();
            assertEquals(Duration.ofSeconds(seconds), guard.closedFor());
            time.advance(Duration.ofSeconds(seconds));
            assertEquals(Duration.ZERO, guard.closedFor());
        }
    }

    @Test
    void the_right_one_begins_the_count_anew() {
        guard.wrong();
        guard.wrong();
        guard.right();
        guard.wrong();
        guard.wrong();
        assertEquals(Duration.ZERO, guard.closedFor());
    }
}
