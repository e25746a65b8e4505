// SPDX-License-Identifier: GPL-3.0-or-later
/** The one interface through which a screen, a command line or a web page sees the core. */
@NullMarked
package org.pigenny.core.api;

import org.jspecify.annotations.NullMarked;
