// SPDX-License-Identifier: GPL-3.0-or-later
/** What the registers of a device mean, as tables. */
@NullMarked
package org.pigenny.core.device.profile;

import org.jspecify.annotations.NullMarked;
