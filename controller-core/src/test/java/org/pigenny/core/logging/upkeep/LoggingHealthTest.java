// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pigenny.core.logging.alarm.AlarmRules;

class LoggingHealthTest {
    private final LoggingHealth health = new LoggingHealth();
    private final AlarmRules rules = new AlarmRules(LoggingHealth.alarms());
    private int minute;

    private List<String> check(double drift, int waiting, int errors) {
        return rules.evaluate(health.check(drift, waiting, errors), Duration.ofMinutes(minute++).toNanos())
                .stream()
                .map(change -> change.getClass().getSimpleName() + " " + change.definition().id())
                .toList();
    }

    @Test
    void driftRaisesAtOnceAndResolvesWithTheThirdGoodCheckOnce() {
        assertEquals(List.of(), check(5000, 0, 0));
        assertEquals(List.of("Raised LOGGING_HIGH_DRIFT"), check(5001, 0, 0));
        assertEquals(List.of(), check(10, 0, 0));
        assertEquals(List.of(), check(10, 0, 0));
        assertEquals(List.of("Resolved LOGGING_HIGH_DRIFT"), check(10, 0, 0));
        assertEquals(List.of(), check(10, 0, 0));
    }

    @Test
    void aBadCheckInBetweenCountsAnew() {
        check(6000, 0, 0);
        check(10, 0, 0);
        check(6000, 0, 0);
        assertEquals(List.of(), check(10, 0, 0));
        assertEquals(List.of(), check(10, 0, 0));
        assertEquals(List.of("Resolved LOGGING_HIGH_DRIFT"), check(10, 0, 0));
    }

    @Test
    void aFullBufferAndThreeErrorsInARowAreAlarms() {
        assertEquals(List.of("Raised LOGGING_BUFFER_BUILDUP"), check(0, 5001, 2));
        assertEquals(List.of("Raised LOGGING_CONSECUTIVE_ERRORS"), check(0, 5001, 3));
    }
}
