// SPDX-License-Identifier: GPL-3.0-or-later
/** The relay board on a Raspberry Pi's own I2C pins, by way of Pi4J. */
@NullMarked
package org.pigenny.olimex.pi;

import org.jspecify.annotations.NullMarked;
