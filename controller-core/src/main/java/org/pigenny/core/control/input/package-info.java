// SPDX-License-Identifier: GPL-3.0-or-later
/** What is known at a tick, drawn from the snapshot; a quantity that is too old is absent. */
@NullMarked
package org.pigenny.core.control.input;

import org.jspecify.annotations.NullMarked;
