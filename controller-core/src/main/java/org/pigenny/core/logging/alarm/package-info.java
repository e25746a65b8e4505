// SPDX-License-Identifier: GPL-3.0-or-later
/** Alarms: their history, and rules that raise them from values. */
@NullMarked
package org.pigenny.core.logging.alarm;

import org.jspecify.annotations.NullMarked;
