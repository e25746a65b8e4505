// SPDX-License-Identifier: GPL-3.0-or-later
/** Counters, service interval, fuel model and exercise schedule. */
@NullMarked
package org.pigenny.core.control.upkeep;

import org.jspecify.annotations.NullMarked;
