// SPDX-License-Identifier: GPL-3.0-or-later
/** The SQLite file: opening, schema, one writer, readers. */
@NullMarked
package org.pigenny.core.logging.store;

import org.jspecify.annotations.NullMarked;
