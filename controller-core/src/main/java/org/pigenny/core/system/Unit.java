// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.system;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** One service as its supervisor handles it. All calls return quickly. */
public interface Unit {
    String name();

    /** Whether its failure raises safe mode. */
    boolean critical();

    /** Port of its health endpoint; 0 while it has none. */
    int port();

    /** Builds it anew and starts it. */
    void start();

    /** Interrupts its threads and forgets them, whether they end or not. */
    void kill();

    /** Interrupts its threads and waits for them so long; those that do not end are forgotten. */
    void stop(Duration wait) throws InterruptedException;

    /** A look at its health; completes within the time given. */
    CompletableFuture<Health> probe(Duration timeout);
}
