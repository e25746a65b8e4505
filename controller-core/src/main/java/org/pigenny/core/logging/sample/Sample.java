// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging.sample;

import java.util.Map;

/**
 * What was known in ten seconds.
 *
 * @param at Unix time of the beginning, s, a multiple of ten
 * @param state, reason and phase words at the end of it
 * @param values by channel; what was not known is missing
 */
record Sample(long at, String state, String reason, String phase, Map<String, Value> values) {
    Sample {
        values = Map.copyOf(values);
    }

    /** The last value and the bounds of what was seen. */
    record Value(double last, double low, double high) {
        Value with(double next) {
            return new Value(next, Math.min(low, next), Math.max(high, next));
        }
    }
}
