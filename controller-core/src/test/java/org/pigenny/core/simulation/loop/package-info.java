// SPDX-License-Identifier: GPL-3.0-or-later
/** Tests and figures of the closed loop. */
@NullMarked
package org.pigenny.core.simulation.loop;

import org.jspecify.annotations.NullMarked;
