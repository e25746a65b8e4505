// SPDX-License-Identifier: GPL-3.0-or-later
/** The wire vocabulary that the relay server and its clients share: verbs, phases, relays, inputs, answers. */
@NullMarked
package org.pigenny.olimex.protocol;

import org.jspecify.annotations.NullMarked;
