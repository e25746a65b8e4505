// SPDX-License-Identifier: GPL-3.0-or-later
/** A core of our own making, for tests and pictures. */
@NullMarked
package org.pigenny.kiosk.fake;

import org.jspecify.annotations.NullMarked;
