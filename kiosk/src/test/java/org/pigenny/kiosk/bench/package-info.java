// SPDX-License-Identifier: GPL-3.0-or-later
/** Figures of the screen, each a main class. */
@NullMarked
package org.pigenny.kiosk.bench;

import org.jspecify.annotations.NullMarked;
