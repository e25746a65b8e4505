// SPDX-License-Identifier: GPL-3.0-or-later
/** Turns messages into words of a language, from the bundles in assets. */
@NullMarked
package org.pigenny.core.text;

import org.jspecify.annotations.NullMarked;
