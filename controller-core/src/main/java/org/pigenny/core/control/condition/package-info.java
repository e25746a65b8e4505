// SPDX-License-Identifier: GPL-3.0-or-later
/** The conditions that ask for a run by themselves: each a small pure class, with its latch and delays. */
@NullMarked
package org.pigenny.core.control.condition;

import org.jspecify.annotations.NullMarked;
