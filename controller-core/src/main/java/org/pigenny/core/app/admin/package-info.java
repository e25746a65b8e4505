// SPDX-License-Identifier: GPL-3.0-or-later
/** Local administration over HTTP, with a token. */
@NullMarked
package org.pigenny.core.app.admin;

import org.jspecify.annotations.NullMarked;
