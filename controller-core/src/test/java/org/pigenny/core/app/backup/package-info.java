// SPDX-License-Identifier: GPL-3.0-or-later
@NullMarked
package org.pigenny.core.app.backup;

import org.jspecify.annotations.NullMarked;
