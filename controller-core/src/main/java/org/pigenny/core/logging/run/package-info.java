// SPDX-License-Identifier: GPL-3.0-or-later
/** What the engine did: runs with their phases, counters, the health of its board, the decisions behind it. */
@NullMarked
package org.pigenny.core.logging.run;

import org.jspecify.annotations.NullMarked;
