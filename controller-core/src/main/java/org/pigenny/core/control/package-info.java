// SPDX-License-Identifier: GPL-3.0-or-later
/** Decides when the generator runs: a pure function of snapshot, settings and memory. Depends on the model alone. */
@NullMarked
package org.pigenny.core.control;

import org.jspecify.annotations.NullMarked;
