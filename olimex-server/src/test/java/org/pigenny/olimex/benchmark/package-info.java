// SPDX-License-Identifier: GPL-3.0-or-later
/** Figures, measured by hand: see docs/benchmarks-relay.md. */
@NullMarked
package org.pigenny.olimex.benchmark;

import org.jspecify.annotations.NullMarked;
