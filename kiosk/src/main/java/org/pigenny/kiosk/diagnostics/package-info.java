// SPDX-License-Identifier: GPL-3.0-or-later
/** Links, readings, services and the machine itself. */
@NullMarked
package org.pigenny.kiosk.diagnostics;

import org.jspecify.annotations.NullMarked;
