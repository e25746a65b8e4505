// SPDX-License-Identifier: GPL-3.0-or-later
/** The simulated plant of the demo and of replays: a real serial line, a real relay server process, nothing the core could notice. */
@NullMarked
package org.pigenny.core.app.demo;

import org.jspecify.annotations.NullMarked;
