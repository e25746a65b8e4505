// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.diag;

import org.pigenny.core.app.diag.Finding.Verdict;

/** What a step found. */
record Look(String asked, String answer, Verdict verdict) {
    static Look of(String asked, String answer, boolean good) {
        return new Look(asked, answer, good ? Verdict.OK : Verdict.FAILED);
    }

    static Look skipped(String asked, String why) {
        return new Look(asked, why, Verdict.SKIPPED);
    }
}
