// SPDX-License-Identifier: GPL-3.0-or-later
/** Settings: where they come from, what is allowed, which versions there were. */
@NullMarked
package org.pigenny.core.config;

import org.jspecify.annotations.NullMarked;
