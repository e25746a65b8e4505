// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control;

import java.util.Map;

/** What the controller carries from one tick to the next. Immutable; opaque to everybody else. */
public record Memory() {
    /** Of a controller that was never run. */
    public static Memory fresh() {
        return new Memory();
    }

    /** What must survive a restart of the process, as plain text. */
    public Map<String, String> save() {
        return Map.of();
    }

    /** Never throws: a damaged entry counts as fresh. */
    public static Memory restore(Map<String, String> saved) {
        return fresh();
    }
}
