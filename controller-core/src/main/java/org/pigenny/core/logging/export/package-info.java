// SPDX-License-Identifier: GPL-3.0-or-later
/** Records for people elsewhere: to a USB stick, into a support bundle. */
@NullMarked
package org.pigenny.core.logging.export;

import org.jspecify.annotations.NullMarked;
