// SPDX-License-Identifier: GPL-3.0-or-later
/** First steps of a new appliance: one model for the screen's page and for `pigenny setup`. */
@NullMarked
package org.pigenny.core.app.setup;

import org.jspecify.annotations.NullMarked;
