// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.pigenny.core.time.ManualTime;

class UnansweredTest {
    private final ManualTime time = new ManualTime(Instant.EPOCH);
    private final Unanswered unanswered = new Unanswered(time);

    @Test
    void a_command_without_an_answer_is_told_of_once_and_within_three_seconds() {
        unanswered.ask();
        time.advance(Duration.ofSeconds(2));
        assertFalse(unanswered.overdue());
        time.advance(Duration.ofMillis(900));
        assertTrue(unanswered.overdue());
        assertFalse(unanswered.overdue());
    }

    @Test
    void an_answer_in_time_is_never_told_of() {
        Runnable answered = unanswered.ask();
        time.advance(Duration.ofSeconds(1));
        answered.run();
        time.advance(Duration.ofSeconds(9));
        assertFalse(unanswered.overdue());
    }
}
