// SPDX-License-Identifier: GPL-3.0-or-later
/** Records of the model as JSON text and back, exactly. */
@NullMarked
package org.pigenny.core.logging.json;

import org.jspecify.annotations.NullMarked;
