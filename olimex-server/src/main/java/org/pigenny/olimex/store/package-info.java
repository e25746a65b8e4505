// SPDX-License-Identifier: GPL-3.0-or-later
/** Small files that are old or new, never half. */
@NullMarked
package org.pigenny.olimex.store;

import org.jspecify.annotations.NullMarked;
