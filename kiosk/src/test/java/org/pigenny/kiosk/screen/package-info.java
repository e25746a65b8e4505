// SPDX-License-Identifier: GPL-3.0-or-later
/** The whole screen, headless, touched by a robot. */
@NullMarked
package org.pigenny.kiosk.screen;

import org.jspecify.annotations.NullMarked;
