// SPDX-License-Identifier: GPL-3.0-or-later
/** The tables of the site controller's contract (site-controller.md 1.7). */
@NullMarked
package org.pigenny.core.logging.contract;

import org.jspecify.annotations.NullMarked;
