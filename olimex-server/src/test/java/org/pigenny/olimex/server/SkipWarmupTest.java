// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The word after RUN that skips the warm-up, and words that nobody knows (docs/protocol.md). */
class SkipWarmupTest {
    @TempDir
    Path stateDir = Path.of("");

    private static List<String> settings(String warmup) {
        List<String> all = new ArrayList<>(ServerProcess.SHORT);
        all.add("warmup_s=" + warmup);
        return all;
    }

    @Test
    void a_run_without_warm_up_says_so_and_takes_the_load() throws IOException {
        try (ServerProcess server = ServerProcess.start(stateDir, settings("3600")); Client client = server.client()) {
            client.untilPhase("off");
            assertEquals("OK: run=1 warmup=skipped", client.ask("RUN skip_warmup"));
            client.untilPhase("loaded");
            client.ask("HALT");
            client.untilPhase("off");
        }
    }

    @Test
    void a_word_after_run_that_is_not_known_is_ignored_and_not_confirmed() throws IOException {
        try (ServerProcess server = ServerProcess.start(stateDir, settings("3600")); Client client = server.client()) {
            client.untilPhase("off");
            assertEquals("OK: run=1", client.ask("RUN GENTLY"));
            client.untilPhase("warmup");
            client.ask("HALT");
            client.untilPhase("off");
        }
    }
}
