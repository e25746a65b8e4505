// SPDX-License-Identifier: GPL-3.0-or-later
/** Starts the screen, frames the pages, watches the thread that draws. */
@NullMarked
package org.pigenny.kiosk.app;

import org.jspecify.annotations.NullMarked;
