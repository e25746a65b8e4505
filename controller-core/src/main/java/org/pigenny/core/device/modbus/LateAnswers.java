// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.modbus;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Requests that were never answered, and whose answer may still come. An RTU answer does not say which registers it holds:
 * the answer to an old request looks like the answer to a new one of the same length. So for a while no request of such a
 * length is sent.
 */
final class LateAnswers {
    /** No adapter or gateway is known to hold an answer back for longer. */
    static final Duration LATEST = Duration.ofSeconds(10);

    private record Unanswered(int slave, int function, int count, long untilNanos) {}

    private final List<Unanswered> open = new ArrayList<>();

    void unanswered(Ask.Read read, long nowNanos) {
        open.add(new Unanswered(read.slave(), read.function(), read.count(), nowNanos + LATEST.toNanos()));
    }

    /** The most registers, up to those wanted, whose answer cannot be mistaken; 0 when there is no such number now. */
    int safeCount(int slave, Table table, int wanted, long nowNanos) {
        open.removeIf(request -> nowNanos - request.untilNanos() >= 0);
        int count = wanted;
        while (count > 0 && isOpen(slave, table, count)) {
            count--;
        }
        return count;
    }

    private boolean isOpen(int slave, Table table, int count) {
        return open.stream()
                .anyMatch(request -> request.slave() == slave && request.function() == table.function()
                        && request.count() == count);
    }
}
