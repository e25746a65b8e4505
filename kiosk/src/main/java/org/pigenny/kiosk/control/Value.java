// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.control;

/**
 * A value as a person reads it.
 *
 * @param number formatted, "--" when absent
 * @param note context while it is live; its age when stale; the reason when absent
 */
public record Value(String number, String unit, Standing standing, String note) {
    public static final String NOTHING = "--";

    public static Value absent(String reason) {
        return new Value(NOTHING, "", Standing.ABSENT, reason);
    }

    public Value withNote(String other) {
        return standing == Standing.LIVE ? new Value(number, unit, standing, other) : this;
    }
}
