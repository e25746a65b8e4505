// SPDX-License-Identifier: GPL-3.0-or-later
/** Turns what the core says into what a person reads. Knows no toolkit. */
@NullMarked
package org.pigenny.kiosk.present;

import org.jspecify.annotations.NullMarked;
