// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control.proof;

import java.util.OptionalDouble;

/**
 * What the rules say at one instant.
 *
 * @param balance R1 over the whole window: inferred charger power, W
 * @param recent R1 over half the window, W
 * @param line R2: margin over the voltage line, V; absent while the inverter charges
 * @param drop R3: mean cable drop, V
 * @param direct the inverter charges from AC itself
 * @param full SOC says nothing any more
 */
public record Evidence(OptionalDouble balance, OptionalDouble recent, OptionalDouble line, OptionalDouble drop,
        boolean direct, boolean full) {
    public static final Evidence NONE = new Evidence(OptionalDouble.empty(), OptionalDouble.empty(),
            OptionalDouble.empty(), OptionalDouble.empty(), false, false);
}
