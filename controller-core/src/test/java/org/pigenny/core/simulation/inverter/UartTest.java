// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.simulation.inverter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A receiver that samples a waveform at its own speed. */
class UartTest {
    private static final byte[] REQUEST = {1, 4, 0, 5, 0, 1, 0x21, (byte) 0xCB};

    @Test
    void atTheSameSpeedEveryByteIsHeardAsItIs() {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        assertArrayEquals(all, Uart.heard(all, 19_200, 19_200, false));
    }

    @ParameterizedTest
    @CsvSource({"19200, 19392, true", "19200, 19008, true", "19200, 20544, false", "19200, 17856, false"})
    void aClockMayBeOffByOnePercentAndNotBySeven(int sent, int heard, boolean right) {
        assertEquals(right, Arrays.equals(REQUEST, Uart.heard(REQUEST, sent, heard, false)));
    }

    @Test
    void aSenderOfHalfTheSpeedIsHeardAsMoreBytesAndOneOfTwiceTheSpeedAsFewer() {
        byte[] slow = Uart.heard(REQUEST, 9600, 19_200, false);
        byte[] fast = Uart.heard(REQUEST, 19_200, 9600, false);
        assertEquals(true, slow.length > REQUEST.length && fast.length < REQUEST.length);
        // Start and seven zero bits at half the speed are sixteen low bits: a byte of zeros without its stop bit.
        assertEquals(0, Uart.heard(new byte[]{0}, 9600, 19_200, false)[0]);
    }

    @Test
    void swappedWiresInvertTheWaveformAndNothingIsHeardAsItWas() {
        assertFalse(Arrays.equals(REQUEST, Uart.heard(REQUEST, 19_200, 19_200, true)));
        assertEquals(0, Uart.heard(new byte[0], 19_200, 19_200, true).length, "a line that is low from the beginning");
    }
}
