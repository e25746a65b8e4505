// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.model;

import java.time.Instant;
import java.util.Optional;

/** Whether safe mode is on, and since when, why, by whom. */
public record SafeMode(boolean active, Optional<Instant> triggeredAt, String reason, String triggeredBy) {
    public static final SafeMode OFF = new SafeMode(false, Optional.empty(), "", "");
}
