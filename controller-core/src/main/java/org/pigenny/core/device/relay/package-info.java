// SPDX-License-Identifier: GPL-3.0-or-later
/** The client of the relay server: one connection, one thread, leases that are renewed only while control is alive. */
@NullMarked
package org.pigenny.core.device.relay;

import org.jspecify.annotations.NullMarked;
