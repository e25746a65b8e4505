// SPDX-License-Identifier: GPL-3.0-or-later
/** Keeping the database small and watching that it keeps up. */
@NullMarked
package org.pigenny.core.logging.upkeep;

import org.jspecify.annotations.NullMarked;
