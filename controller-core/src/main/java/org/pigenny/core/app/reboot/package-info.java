// SPDX-License-Identifier: GPL-3.0-or-later
/** The reboot of the computer on a person's word, and the proof afterwards that it happened. */
@NullMarked
package org.pigenny.core.app.reboot;

import org.jspecify.annotations.NullMarked;
