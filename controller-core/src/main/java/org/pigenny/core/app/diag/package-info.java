// SPDX-License-Identifier: GPL-3.0-or-later
/** The diagnostic protocol: fourteen questions, their answers, and a bundle for whoever helps. */
@NullMarked
package org.pigenny.core.app.diag;

import org.jspecify.annotations.NullMarked;
