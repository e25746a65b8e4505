// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.diag;

/**
 * One step of the protocol.
 *
 * @param asked what was asked, as a person would ask it
 * @param answer what answered; may have several lines
 */
public record Finding(int step, String title, String asked, String answer, Verdict verdict) {
    public enum Verdict {
        OK, WARNING, FAILED, SKIPPED
    }
}
