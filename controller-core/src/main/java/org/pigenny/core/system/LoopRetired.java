// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.system;

/** Ends a loop that was given up for hung and came back: its place is taken. */
final class LoopRetired extends RuntimeException {
    private static final long serialVersionUID = 1;

    LoopRetired(String loop) {
        super(loop + " was replaced");
    }
}
