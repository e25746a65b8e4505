// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.system;

/** Takes safe mode when the supervisor raises it. Stays on until a person clears it. */
public interface SafeModeLatch {
    /** Raises safe mode; does nothing when it is on already. */
    void raise(String reason);

    boolean active();
}
