// SPDX-License-Identifier: GPL-3.0-or-later
/** Tests of the simulate command. */
@NullMarked
package org.pigenny.core.app.simulate;

import org.jspecify.annotations.NullMarked;
