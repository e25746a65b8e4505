// SPDX-License-Identifier: GPL-3.0-or-later
/** The relay server's process: one owner of the relays, one loop for all connections, settings, log and kept state. */
@NullMarked
package org.pigenny.olimex.server;

import org.jspecify.annotations.NullMarked;
