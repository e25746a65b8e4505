// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SwipeTest {
    @Test
    void only_a_quick_long_and_level_stroke_is_a_swipe() {
        assertEquals(1, Swipe.direction(-64, 10, 400));
        assertEquals(-1, Swipe.direction(80, -20, 200));
        assertEquals(0, Swipe.direction(-63, 0, 200));
        assertEquals(0, Swipe.direction(-200, 0, 401));
        assertEquals(0, Swipe.direction(-100, 90, 200));
    }
}
