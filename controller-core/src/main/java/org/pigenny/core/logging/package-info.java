// SPDX-License-Identifier: GPL-3.0-or-later
/** Records: what was measured, decided and done, on disk, without ever holding up those who tell it. */
@NullMarked
package org.pigenny.core.logging;

import org.jspecify.annotations.NullMarked;
