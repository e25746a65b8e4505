// SPDX-License-Identifier: GPL-3.0-or-later
/** What the parts publish: immutable snapshots in memory, mirrored to JSON files for people and tools. */
@NullMarked
package org.pigenny.core.state;

import org.jspecify.annotations.NullMarked;
