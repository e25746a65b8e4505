// SPDX-License-Identifier: GPL-3.0-or-later
/** Settings and data to a USB stick and back, by touch. */
@NullMarked
package org.pigenny.kiosk.backup;

import org.jspecify.annotations.NullMarked;
