// SPDX-License-Identifier: GPL-3.0-or-later
/** What a person may change, with limits and effects. */
@NullMarked
package org.pigenny.kiosk.settings;

import org.jspecify.annotations.NullMarked;
