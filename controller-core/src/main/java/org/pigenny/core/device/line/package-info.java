// SPDX-License-Identifier: GPL-3.0-or-later
/** Bytes to and from a device: a serial port, a socket. Knows nothing of Modbus. */
@NullMarked
package org.pigenny.core.device.line;

import org.jspecify.annotations.NullMarked;
