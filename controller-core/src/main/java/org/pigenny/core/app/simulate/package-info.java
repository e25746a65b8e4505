// SPDX-License-Identifier: GPL-3.0-or-later
/** The `simulate` command: scripted inputs in, one JSON line for every change out (generator-control.md 9). */
@NullMarked
package org.pigenny.core.app.simulate;

import org.jspecify.annotations.NullMarked;
