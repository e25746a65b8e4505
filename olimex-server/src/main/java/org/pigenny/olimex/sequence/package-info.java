// SPDX-License-Identifier: GPL-3.0-or-later
/** The engine's sequences as a pure state machine: time and inputs are passed in, relays and events come out. */
@NullMarked
package org.pigenny.olimex.sequence;

import org.jspecify.annotations.NullMarked;
