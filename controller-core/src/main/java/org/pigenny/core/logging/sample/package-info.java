// SPDX-License-Identifier: GPL-3.0-or-later
/** What was measured, over time: sampling, roll-ups, queries. */
@NullMarked
package org.pigenny.core.logging.sample;

import org.jspecify.annotations.NullMarked;
