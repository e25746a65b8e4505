// SPDX-License-Identifier: GPL-3.0-or-later
/** Tests of the whole: the runnable folders, run as processes, as a user or an init system runs them. */
@NullMarked
package org.pigenny.packaging;

import org.jspecify.annotations.NullMarked;
