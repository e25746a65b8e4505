// SPDX-License-Identifier: GPL-3.0-or-later
/** Tests of the analyse command on recorded days. */
@NullMarked
package org.pigenny.core.app.analyse;

import org.jspecify.annotations.NullMarked;
