// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.simulation.inverter;

import java.io.ByteArrayOutputStream;

/**
 * What a serial receiver makes of a sender's waveform when the two do not agree: on the speed, or on which wire is A. Start bit,
 * eight data bits beginning with the lowest, stop bit; the receiver samples in the middle of its own bits, and a byte without
 * its stop bit is handed on as 0, as Linux does.
 */
final class Uart {
    private static final int FRAME = 10;
    private static final int DATA = 8;
    /** Bits of silence around the bytes. */
    private static final int IDLE = 30;

    private final boolean[] wave;
    /** A receiver's bit in bits of the sender. */
    private final double bit;

    private Uart(byte[] bytes, int sentBaud, int heardBaud, boolean swapped) {
        bit = (double) sentBaud / heardBaud;
        wave = new boolean[2 * IDLE + FRAME * bytes.length];
        for (int i = 0; i < wave.length; i++) {
            wave[i] = level(bytes, i - IDLE) != swapped;
        }
    }

    /** What is heard at one speed of bytes sent at another, in one go. */
    static byte[] heard(byte[] bytes, int sentBaud, int heardBaud, boolean swapped) {
        return new Uart(bytes, sentBaud, heardBaud, swapped).receive();
    }

    /** True is the idle level. */
    private static boolean level(byte[] bytes, int at) {
        if (at < 0 || at >= bytes.length * FRAME) {
            return true;
        }
        int within = at % FRAME;
        return within != 0 && (within > DATA || ((bytes[at / FRAME] >> (within - 1)) & 1) != 0);
    }

    private byte[] receive() {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        int edge = falling(1);
        while (edge >= 0) {
            int value = 0;
            for (int i = 0; i < DATA; i++) {
                value |= sample(edge + bit * (i + 1.5)) ? 1 << i : 0;
            }
            double stop = edge + bit * (DATA + 1.5);
            heard.write(sample(stop) ? value : 0);
            edge = falling((int) Math.ceil(stop));
        }
        return heard.toByteArray();
    }

    private boolean sample(double at) {
        return wave[(int) Math.min(wave.length - 1.0, at)];
    }

    private int falling(int from) {
        for (int i = Math.max(1, from); i < wave.length; i++) {
            if (wave[i - 1] && !wave[i]) {
                return i;
            }
        }
        return -1;
    }
}
