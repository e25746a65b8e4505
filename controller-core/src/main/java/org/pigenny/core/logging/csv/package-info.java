// SPDX-License-Identifier: GPL-3.0-or-later
/** The daily CSV file. */
@NullMarked
package org.pigenny.core.logging.csv;

import org.jspecify.annotations.NullMarked;
