// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.simulation.inverter;

/**
 * How a slave behaves on the wire.
 *
 * @param address its own
 * @param answersBroadcast answers address 0 too, which it should not
 * @param silentAbove requests for more registers than this are not answered at all
 */
public record SlaveManners(int address, boolean answersBroadcast, int silentAbove) {
    /** The recorded unit: slave 1, answers 0 too, silent at 40, fine at 20 (inverter.md 2.6 and quirks 1, 5). */
    public static final SlaveManners LUXPOWER = new SlaveManners(1, true, 39);

    /** A slave as the standard wants it. */
    public static SlaveManners standard(int address) {
        return new SlaveManners(address, false, 125);
    }

    boolean hears(int slave) {
        return slave == address || (answersBroadcast && slave == 0);
    }
}
