// SPDX-License-Identifier: GPL-3.0-or-later
/** The first steps of a new appliance by touch: the same walk as `pigenny setup`. */
@NullMarked
package org.pigenny.kiosk.commission;

import org.jspecify.annotations.NullMarked;
