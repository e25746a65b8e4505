// SPDX-License-Identifier: GPL-3.0-or-later
/** The first page: is the house all right? */
@NullMarked
package org.pigenny.kiosk.home;

import org.jspecify.annotations.NullMarked;
