// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.model;

/** Who asked: the screen, the command line with the user's name, the local HTTP interface. */
public record Origin(String name) {
    public static final Origin SCREEN = new Origin("screen");
    public static final Origin CORE = new Origin("core");
}
