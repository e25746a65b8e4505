// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

/** What this program calls itself. */
public final class Versions {
    public static final String PROGRAM = "0.1.0";

    private Versions() {}
}
