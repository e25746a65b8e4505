// SPDX-License-Identifier: GPL-3.0-or-later
/** Help for the day of installation: find the port that answers, name what answers, write scans. */
@NullMarked
package org.pigenny.core.device.commission;

import org.jspecify.annotations.NullMarked;
