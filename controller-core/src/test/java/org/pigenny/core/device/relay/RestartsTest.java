// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.relay;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.pigenny.olimex.protocol.StatusKey;

/** When a server's age betrays that it is another process. */
class RestartsTest {
    private final Restarts restarts = new Restarts();

    private boolean look(long age, long at) {
        long nanos = Duration.ofSeconds(at).toNanos();
        return restarts.restarted(StatusKey.NOTHING, age, nanos, nanos);
    }

    private boolean look(String process, long age, long at) {
        long nanos = Duration.ofSeconds(at).toNanos();
        return restarts.restarted(process, age, nanos, nanos);
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
        assertFalse(restarts.restarted(StatusKey.NOTHING, 102, Duration.ofSeconds(1002).toNanos(),
                Duration.ofSeconds(1060).toNanos()));
        assertFalse(look(160, 1060));
    }

    @Test
    void a_server_restarted_within_its_first_second_is_another_one_by_its_name() {
        assertFalse(look("a", 0, 1000));
        assertTrue(look("b", 0, 1001));
        assertFalse(look("b", 1, 1002));
    }

    @Test
    void the_same_name_is_the_same_server_however_its_age_was_rounded() {
        look("a", 100, 1000);
        assertFalse(look("a", 97, 1002));
    }

    @Test
    void where_only_one_of_two_looks_has_a_name_the_age_tells() {
        look("a", 100, 1000);
        assertTrue(look(3, 1002));
        assertFalse(look("b", 5, 1004));
    }
}
