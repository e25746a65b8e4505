// SPDX-License-Identifier: GPL-3.0-or-later
/** The `analyse` command: a recorded CSV in, what the controller would have known at each row out (generator-control.md 9). */
@NullMarked
package org.pigenny.core.app.analyse;

import org.jspecify.annotations.NullMarked;
