// SPDX-License-Identifier: GPL-3.0-or-later
@NullMarked
package org.pigenny.olimex.store;

import org.jspecify.annotations.NullMarked;
