// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.api;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.pigenny.core.model.Message;

/** Checks and care of the appliance. Everything here may take a while: never from the screen's own thread. */
public interface Workshop {
    /** Runs the diagnostic protocol (operations.md), all steps in order. */
    List<Check> checks();

    /**
     * Writes a support bundle without secrets.
     *
     * @return the file
     */
    Path bundle(Path folder) throws IOException;

    /** One step: what was asked, what answered, and what that means. */
    record Check(String name, Verdict verdict, Message answer) {
        public enum Verdict {
            PASSED,
            FAILED,
            SKIPPED
        }
    }
}
