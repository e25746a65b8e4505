// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.model;

/** A loop that a supervised service runs on a thread of its own. */
public interface Loop {
    /** The thread's name. */
    String name();

    /**
     * Runs until interrupted. Calls {@code progress} each time it has done a step of real work, or has found that there is
     * none to do; a loop that does not is taken for hung.
     */
    void run(Runnable progress) throws InterruptedException;
}
