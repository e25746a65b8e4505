// SPDX-License-Identifier: GPL-3.0-or-later
/** The inverter's poller: reads by plan, judges what it read, and publishes it with its age. */
@NullMarked
package org.pigenny.core.device.inverter;

import org.jspecify.annotations.NullMarked;
