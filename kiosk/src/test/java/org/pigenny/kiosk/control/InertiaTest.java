// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class InertiaTest {
    private static final long FRAME = 16_666_667;

    @Test
    void it_follows_the_finger_and_stays_within_its_ends() {
        Inertia inertia = inertia();
        inertia.press(0);
        inertia.drag(120, FRAME);
        assertEquals(120, inertia.offset());
        inertia.drag(-500, 2 * FRAME);
        assertEquals(0, inertia.offset());
    }

    @Test
    void it_glides_on_after_a_flick_and_comes_to_rest() {
        Inertia inertia = inertia();
        inertia.press(0);
        for (int i = 1; i <= 5; i++) {
            inertia.drag(20, i * FRAME);
        }
        inertia.release(6 * FRAME);
        double lifted = inertia.offset();
        long frames = 6;
        while (inertia.gliding() && frames < 1000) {
            inertia.glide(++frames * FRAME);
        }
        assertTrue(inertia.offset() > lifted + 100);
        assertTrue(frames < 300, "rests within five seconds");
    }

    @Test
    void a_finger_that_rested_before_it_lifted_leaves_it_where_it_is() {
        Inertia inertia = inertia();
        inertia.press(0);
        inertia.drag(200, FRAME);
        inertia.release(20 * FRAME);
        assertFalse(inertia.gliding());
    }

    private static Inertia inertia() {
        Inertia inertia = new Inertia();
        inertia.setMost(52_000_000);
        return inertia;
    }
}
