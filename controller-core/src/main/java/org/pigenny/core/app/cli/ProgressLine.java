// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.cli;

import java.io.PrintWriter;
import org.pigenny.core.api.Backups;

/** A line at every tenth. */
final class ProgressLine implements Backups.Progress {
    private static final int TENTH = 10;

    private final PrintWriter out;
    private long said;

    ProgressLine(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void at(long done, long total) {
        long tenths = total <= 0 ? 0 : done * TENTH / total;
        if (tenths > said) {
            said = tenths;
            out.println(tenths * TENTH + " %");
            out.flush();
        }
    }
}
