// SPDX-License-Identifier: GPL-3.0-or-later
/** Modbus over a line of bytes: frames, the hunt for the answer, one bus with its counts and its owner. */
@NullMarked
package org.pigenny.core.device.modbus;

import org.jspecify.annotations.NullMarked;
