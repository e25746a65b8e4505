// SPDX-License-Identifier: GPL-3.0-or-later
/** What happened, newest first, and the last runs as a story. */
@NullMarked
package org.pigenny.kiosk.log;

import org.jspecify.annotations.NullMarked;
