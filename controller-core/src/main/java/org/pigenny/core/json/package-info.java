// SPDX-License-Identifier: GPL-3.0-or-later
/** JSON as maps, and files that are replaced whole. A leaf: depends on nothing of ours. */
@NullMarked
package org.pigenny.core.json;

import org.jspecify.annotations.NullMarked;
