// SPDX-License-Identifier: GPL-3.0-or-later
/** A past that really was recorded: the real controller over a simulated house, through the real records. */
@NullMarked
package org.pigenny.kiosk.recorded;

import org.jspecify.annotations.NullMarked;
