// SPDX-License-Identifier: GPL-3.0-or-later
/** Devices of the site besides the inverter: meters, PV inverters, generator controllers. Each is a profile; one worker each, so that a dead one delays no other. */
@NullMarked
package org.pigenny.core.device.general;

import org.jspecify.annotations.NullMarked;
