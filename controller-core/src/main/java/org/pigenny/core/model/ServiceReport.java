// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.model;

import java.time.Instant;
import java.util.Optional;

/**
 * One supervised service as its supervisor sees it.
 *
 * @param port of its loopback health endpoint
 * @param restarts since the process started
 */
public record ServiceReport(String name, int port, State state, boolean critical, int restarts, Instant startedAt,
        Optional<String> lastError) {
    public enum State {
        STARTING, HEALTHY, UNHEALTHY, STOPPED
    }
}
