// SPDX-License-Identifier: GPL-3.0-or-later
/** What happened: the newest events in memory, all of them on disk. */
@NullMarked
package org.pigenny.core.logging.event;

import org.jspecify.annotations.NullMarked;
