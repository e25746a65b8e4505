// SPDX-License-Identifier: GPL-3.0-or-later
/** The closed loop without hardware: the real controller and the real engine sequencer on injected time. */
@NullMarked
package org.pigenny.core.simulation.loop;

import org.jspecify.annotations.NullMarked;
