// SPDX-License-Identifier: GPL-3.0-or-later
/** The tools beside the server: what it says of itself, and its update. */
@NullMarked
package org.pigenny.olimex.tools;

import org.jspecify.annotations.NullMarked;
