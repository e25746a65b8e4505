// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pigenny.core.json.Json;
import org.pigenny.core.time.SystemTime;

/** A service may be ended in the middle of a write. */
class StateMirrorTest {
    private final SystemTime time = new SystemTime();
    private final StateMirror mirror = new StateMirror(time, Duration.ofSeconds(1));

    @Test
    void what_an_interrupted_thread_could_not_write_is_written_in_the_next_round(@TempDir Path folder) {
        SharedState state = new SharedState(folder, time);
        mirror.offer(state.claim("control_memory", "test"), () -> Json.object("starts", 7));
        mirror.offer(state.claim("day_totals", "test"), () -> Json.object("pv_wh", 12));
        Thread.currentThread().interrupt();
        mirror.writeOffered();
        assertTrue(Thread.interrupted(), "whoever runs it is still told to end");
        mirror.writeOffered();
        assertEquals(7L, state.readFresh("control_memory").get("starts"));
        assertEquals(12L, state.readFresh("day_totals").get("pv_wh"));
    }

    @Test
    void something_newer_that_was_offered_meanwhile_wins(@TempDir Path folder) {
        SharedState state = new SharedState(folder, time);
        SharedState.Slot slot = state.claim("control_memory", "test");
        mirror.offer(slot, () -> {
            mirror.offer(slot, () -> Json.object("starts", 8));
            return Json.object("starts", 7);
        });
        Thread.currentThread().interrupt();
        mirror.writeOffered();
        assertTrue(Thread.interrupted());
        mirror.writeOffered();
        assertEquals(8L, state.readFresh("control_memory").get("starts"));
    }
}
