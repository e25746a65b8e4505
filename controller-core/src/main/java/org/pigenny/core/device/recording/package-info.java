// SPDX-License-Identifier: GPL-3.0-or-later
/** Recordings of the inverter: register scans and the loggers' CSV files. */
@NullMarked
package org.pigenny.core.device.recording;

import org.jspecify.annotations.NullMarked;
