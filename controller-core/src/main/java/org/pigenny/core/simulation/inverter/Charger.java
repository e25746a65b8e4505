// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.simulation.inverter;

/** The external DC charger on the generator, which the inverter does not see. */
public interface Charger {
    /** What the recorded one puts into the battery. */
    double USUAL_WATTS = 4700;

    /** Watts into the battery now, 0 when the engine is off, the charger relay open, or the charger dead. */
    double watts();

    static Charger none() {
        return () -> 0;
    }
}
