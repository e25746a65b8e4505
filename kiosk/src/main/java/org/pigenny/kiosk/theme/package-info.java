// SPDX-License-Identifier: GPL-3.0-or-later
/** Colours, type, icons and sizes of the screen. */
@NullMarked
package org.pigenny.kiosk.theme;

import org.jspecify.annotations.NullMarked;
