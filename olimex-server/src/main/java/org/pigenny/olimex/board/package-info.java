// SPDX-License-Identifier: GPL-3.0-or-later
/** The relay board and the engine behind it: the MOD-IO on a real bus, and its simulated twin. */
@NullMarked
package org.pigenny.olimex.board;

import org.jspecify.annotations.NullMarked;
