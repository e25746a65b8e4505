// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.simulation.inverter;

import java.util.List;
import java.util.Optional;
import org.pigenny.core.device.modbus.Table;

/** What a simulated slave has in its registers now. */
public interface RegisterSource {
    /** The registers, each 0 to 65535; empty when the slave has none there, which it answers with exception 02. */
    Optional<List<Integer>> read(Table table, int start, int count);

    /** Whether the device is there at all; one that is not stays silent. */
    default boolean alive() {
        return true;
    }

    /** Takes a written register; false when it may not be written, which the slave answers with exception 02. */
    default boolean write(int address, int value) {
        return false;
    }
}
