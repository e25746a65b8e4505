// SPDX-License-Identifier: GPL-3.0-or-later
/** The frame around every page: rail, top line, overlays, and what a page may ask of it. */
@NullMarked
package org.pigenny.kiosk.frame;

import org.jspecify.annotations.NullMarked;
