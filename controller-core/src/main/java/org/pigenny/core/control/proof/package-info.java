// SPDX-License-Identifier: GPL-3.0-or-later
/** Whether the generator really charges, computed from what the inverter can see (inverter.md 2.4). */
@NullMarked
package org.pigenny.core.control.proof;

import org.jspecify.annotations.NullMarked;
