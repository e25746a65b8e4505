// SPDX-License-Identifier: GPL-3.0-or-later
/** What is wrong, since when, and what to do. */
@NullMarked
package org.pigenny.kiosk.alarms;

import org.jspecify.annotations.NullMarked;
