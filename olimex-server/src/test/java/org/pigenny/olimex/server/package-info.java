// SPDX-License-Identifier: GPL-3.0-or-later
@NullMarked
package org.pigenny.olimex.server;

import org.jspecify.annotations.NullMarked;
