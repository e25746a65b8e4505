// SPDX-License-Identifier: GPL-3.0-or-later
/** What the generator does, why, and how to start or stop it. */
@NullMarked
package org.pigenny.kiosk.generator;

import org.jspecify.annotations.NullMarked;
