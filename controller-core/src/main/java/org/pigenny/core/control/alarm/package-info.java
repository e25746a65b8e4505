// SPDX-License-Identifier: GPL-3.0-or-later
/** Alarms after ISA-18.2: codes, classes, and the state machine of each. */
@NullMarked
package org.pigenny.core.control.alarm;

import org.jspecify.annotations.NullMarked;
