// SPDX-License-Identifier: GPL-3.0-or-later
/** Values over time, from six hours to a year. */
@NullMarked
package org.pigenny.kiosk.trends;

import org.jspecify.annotations.NullMarked;
