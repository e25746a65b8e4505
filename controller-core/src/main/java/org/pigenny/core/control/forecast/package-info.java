// SPDX-License-Identifier: GPL-3.0-or-later
/** When `soc.start` will be reached, with an error bar from its own past errors (generator-control.md 5). */
@NullMarked
package org.pigenny.core.control.forecast;

import org.jspecify.annotations.NullMarked;
