// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging;

import java.time.Duration;
import org.pigenny.core.time.SystemTime;
import org.pigenny.core.time.TimeSource;

/**
 * What of the records may differ between an appliance and a test.
 *
 * @param real time for pauses after a failed write and for drift; never scaled
 * @param flushInterval how long measurements wait in memory, plant time (site-controller.md 1.7: 60 s)
 * @param newest events kept in memory
 * @param urgentLimit rows of events, runs and alarms that may wait for a disk
 * @param measuredLimit rows of measurements that may wait for a disk
 * @param maxBytes size that the database is kept under
 */
public record RecordsOptions(TimeSource real, Duration flushInterval, int newest, int urgentLimit, int measuredLimit,
        long maxBytes) {
    public static RecordsOptions defaults() {
        return new RecordsOptions(new SystemTime(), Duration.ofSeconds(60), 500, 10_000, 10_000, 1L << 30);
    }
}
