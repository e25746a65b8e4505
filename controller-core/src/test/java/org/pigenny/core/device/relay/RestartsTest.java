// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.relay;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** When a server's age betrays that it is another process. */
class RestartsTest {
    private final Restarts restarts = new Restarts();

    private boolean look(long age, long at) {
        long nanos = Duration.ofSeconds(at).toNanos();
        return restarts.restarted(age, nanos, nanos);
    }

    @Test
    void the_first_look_tells_nothing() {
        assertFalse(look(5, 1000));
    }

    @Test
    void a_server_that_grows_older_with_the_time_is_the_same() {
        look(100, 1000);
        assertFalse(look(101, 1002));
        assertFalse(look(86_500, 87_400));
    }

    @Test
    void a_younger_server_is_another_one() {
        look(100, 1000);
        assertTrue(look(3, 1002));
        assertFalse(look(5, 1004));
    }

    @Test
    void a_restart_that_nobody_saw_is_told_even_when_the_new_process_is_older_by_now() {
        look(100, 1000);
        assertTrue(look(500, 2000));
    }

    @Test
    void an_answer_that_lay_unread_for_long_is_no_restart() {
        look(100, 1000);
        assertFalse(restarts.restarted(102, Duration.ofSeconds(1002).toNanos(), Duration.ofSeconds(1060).toNanos()));
        assertFalse(look(160, 1060));
    }
}
