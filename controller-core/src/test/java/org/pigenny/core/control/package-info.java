// SPDX-License-Identifier: GPL-3.0-or-later
/** Scenarios, properties and comparisons for the generator decision. */
@NullMarked
package org.pigenny.core.control;

import org.jspecify.annotations.NullMarked;
