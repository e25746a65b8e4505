// SPDX-License-Identifier: GPL-3.0-or-later
/** What travels: readings, reports, commands, outcomes, reasons, alarms, events. Depends on nothing. */
@NullMarked
package org.pigenny.core.model;

import org.jspecify.annotations.NullMarked;
