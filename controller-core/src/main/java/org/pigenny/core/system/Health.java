// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.system;

/**
 * What a look at a service found.
 *
 * @param detail why it is not healthy; empty when it is
 */
public record Health(boolean healthy, String detail) {
    public static final Health GOOD = new Health(true, "");
    /** Being built; says nothing about what is wrong. */
    public static final Health STARTING = new Health(false, "starting");

    public static Health bad(String detail) {
        return new Health(false, detail);
    }
}
