// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.modbus;

/** The two tables of 16-bit registers, each read by its own function. */
public enum Table {
    INPUT(4), HOLDING(3);

    private final int function;

    Table(int function) {
        this.function = function;
    }

    public int function() {
        return function;
    }
}
