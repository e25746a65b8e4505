// SPDX-License-Identifier: GPL-3.0-or-later
/** Effective settings as immutable records, one for each table of the settings file (generator-control.md 3). */
@NullMarked
package org.pigenny.core.model.settings;

import org.jspecify.annotations.NullMarked;
