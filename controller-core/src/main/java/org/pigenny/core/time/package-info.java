// SPDX-License-Identifier: GPL-3.0-or-later
/** The one source of time. Everything that waits or measures takes it as a parameter, so that tests leap and demos hurry. */
@NullMarked
package org.pigenny.core.time;

import org.jspecify.annotations.NullMarked;
