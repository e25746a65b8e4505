// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private final Backoff backoff = new Backoff(Duration.ofSeconds(5), Duration.ofSeconds(60));

    private List<Long> waits(int count) {
        return Stream.generate(() -> backoff.failed().toSeconds()).limit(count).toList();
    }

    @Test
    void each_wait_is_twice_the_one_before_up_to_the_longest() {
        assertEquals(List.of(5L, 10L, 20L, 40L, 60L, 60L), waits(6));
    }

    @Test
    void a_success_begins_anew() {
        waits(3);
        backoff.succeeded();
        assertEquals(List.of(5L, 10L), waits(2));
    }

    @Test
    void a_first_wait_that_is_none_or_above_the_longest_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> new Backoff(Duration.ZERO, Duration.ofSeconds(1)));
        assertThrows(IllegalArgumentException.class, () -> new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(1)));
    }
}
