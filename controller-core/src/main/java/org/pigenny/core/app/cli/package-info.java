// SPDX-License-Identifier: GPL-3.0-or-later
/** The command line `pigenny`. */
@NullMarked
package org.pigenny.core.app.cli;

import org.jspecify.annotations.NullMarked;
