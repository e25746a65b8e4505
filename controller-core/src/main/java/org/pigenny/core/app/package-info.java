// SPDX-License-Identifier: GPL-3.0-or-later
/** The one assembly of the core process: everything is wired here, by constructors. */
@NullMarked
package org.pigenny.core.app;

import org.jspecify.annotations.NullMarked;
