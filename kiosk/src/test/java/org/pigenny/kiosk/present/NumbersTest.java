// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.present;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class NumbersTest {
    private final Numbers english = new Numbers(Locale.ENGLISH);
    private final Numbers german = new Numbers(Locale.GERMAN);

    @Test
    void thousands_stand_apart_and_a_minus_is_a_minus() {
        assertEquals("1\u202f240", english.whole(1240));
        assertEquals("\u22121\u202f240", english.whole(-1240));
        assertEquals("53.7", english.oneDecimal(53.71));
        assertEquals("53,7", german.oneDecimal(53.71));
        assertEquals("3.28", english.twoDecimals(3.281));
    }

    @Test
    void nothing_is_never_negative() {
        assertEquals("0", english.whole(-0.001));
        assertEquals("0", english.whole(-0.4));
        assertEquals("0.0", english.oneDecimal(-0.004));
        assertEquals("+0 W", english.signedPower(-0.3));
        assertEquals("+0", english.signedWhole(-0.2));
    }

    @Test
    void a_power_has_its_sign_and_the_unit_that_reads_best() {
        assertEquals("+475 W", english.signedPower(475));
        assertEquals("\u2212999 W", english.signedPower(-999));
        assertEquals("+4.1 kW", english.signedPower(4100));
        assertEquals("\u22121,4 kW", german.signedPower(-1400));
    }
}
