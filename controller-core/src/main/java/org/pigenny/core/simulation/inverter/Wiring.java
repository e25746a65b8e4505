// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.simulation.inverter;

/**
 * How a simulated slave is wired to the master: what each hears of the other.
 *
 * @param slaveBaud the slave's speed; 0 for whatever the master has set
 * @param swapped whether A and B are
 */
public record Wiring(int slaveBaud, boolean swapped) {
    /** Right in every way. */
    public static final Wiring RIGHT = new Wiring(0, false);

    byte[] toSlave(byte[] sent, int masterBaud) {
        return right(masterBaud) ? sent : Uart.heard(sent, masterBaud, speed(masterBaud), swapped);
    }

    byte[] toMaster(byte[] sent, int masterBaud) {
        return right(masterBaud) ? sent : Uart.heard(sent, speed(masterBaud), masterBaud, swapped);
    }

    private int speed(int masterBaud) {
        return slaveBaud == 0 ? masterBaud : slaveBaud;
    }

    private boolean right(int masterBaud) {
        return !swapped && speed(masterBaud) == masterBaud;
    }
}
