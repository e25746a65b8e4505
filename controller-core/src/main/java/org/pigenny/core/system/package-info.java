// SPDX-License-Identifier: GPL-3.0-or-later
/** Keeps the services of the process alive: start order, health by progress, restart by rebuild, safe mode, sign of life. */
@NullMarked
package org.pigenny.core.system;

import org.jspecify.annotations.NullMarked;
