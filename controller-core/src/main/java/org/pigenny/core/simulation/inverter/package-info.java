// SPDX-License-Identifier: GPL-3.0-or-later
/** The simulated inverter: a slave on a pseudo-terminal, fed by a model of the plant or by a recording. */
@NullMarked
package org.pigenny.core.simulation.inverter;

import org.jspecify.annotations.NullMarked;
