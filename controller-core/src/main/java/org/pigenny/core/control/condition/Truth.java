// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control.condition;

import java.util.OptionalDouble;
import java.util.function.DoublePredicate;

/** Three-valued: what is not known is neither. */
public enum Truth {
    YES, NO, UNKNOWN;

    public static Truth of(boolean value) {
        return value ? YES : NO;
    }

    public static Truth of(OptionalDouble value, DoublePredicate predicate) {
        return value.isEmpty() ? UNKNOWN : of(predicate.test(value.getAsDouble()));
    }

    public Truth or(Truth other) {
        if (this == YES || other == YES) {
            return YES;
        }
        return this == UNKNOWN || other == UNKNOWN ? UNKNOWN : NO;
    }

    public Truth and(Truth other) {
        if (this == NO || other == NO) {
            return NO;
        }
        return this == UNKNOWN || other == UNKNOWN ? UNKNOWN : YES;
    }
}
