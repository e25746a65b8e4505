// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control.condition;

import java.util.List;

/** All conditions there are. */
public final class Conditions {
    /** In order of authority (generator-control.md 2). */
    public static final List<StartCondition> ALL = List.of(new Soc(), new Load(), new Current(), new Voltage(),
            new InverterTemperature(), new InverterOverload());

    private Conditions() {}
}
