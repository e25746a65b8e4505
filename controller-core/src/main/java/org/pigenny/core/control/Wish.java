// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control;

import org.pigenny.core.model.Origin;
import org.pigenny.core.model.RunReason;

/** The reason of highest authority that asks for a run and that nothing forbids. */
record Wish(RunReason reason, Origin origin) {
    boolean manual() {
        return reason == RunReason.MANUAL;
    }
}
