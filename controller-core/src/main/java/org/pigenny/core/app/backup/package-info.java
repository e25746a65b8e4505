// SPDX-License-Identifier: GPL-3.0-or-later
/** Settings and data to a stick and back: one archive that checks itself. */
@NullMarked
package org.pigenny.core.app.backup;

import org.jspecify.annotations.NullMarked;
