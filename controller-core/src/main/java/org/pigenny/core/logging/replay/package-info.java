// SPDX-License-Identifier: GPL-3.0-or-later
/** Every input and every decision of a stretch, kept so that it can be decided again and compared. */
@NullMarked
package org.pigenny.core.logging.replay;

import org.jspecify.annotations.NullMarked;
