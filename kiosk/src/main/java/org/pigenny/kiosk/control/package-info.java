// SPDX-License-Identifier: GPL-3.0-or-later
/** Our own controls, each small and reusable. They know neither the core nor its words. */
@NullMarked
package org.pigenny.kiosk.control;

import org.jspecify.annotations.NullMarked;
