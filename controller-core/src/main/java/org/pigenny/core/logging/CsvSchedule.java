// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.api.CoreSnapshot;
import org.pigenny.core.logging.csv.CsvLog;
import org.pigenny.core.logging.csv.CsvRow;
import org.pigenny.core.time.TimeSource;

/**
 * When a row of the daily CSV is due: the first as soon as the inverter has told something, then one every interval of monotonic
 * plant time, whether data arrive or not.
 */
final class CsvSchedule {
    private final CsvLog log;
    private final TimeSource plant;
    private final Complaints complaints;
    private final long begun;
    private volatile @Nullable CoreSnapshot newest;
    private Duration interval;
    private long dueAt;
    private boolean written;
    private boolean failing;

    CsvSchedule(CsvLog log, Duration interval, TimeSource plant, Complaints complaints) {
        this.log = log;
        this.interval = interval;
        this.plant = plant;
        this.complaints = complaints;
        begun = plant.nanos();
    }

    void take(CoreSnapshot snapshot) {
        newest = snapshot;
    }

    void writeIfDue() {
        CoreSnapshot snapshot = newest;
        if (snapshot == null) {
            return;
        }
        follow(snapshot.settings().logging().csvInterval());
        long now = plant.nanos();
        if (written ? now - dueAt >= 0 : first(snapshot, now)) {
            write(snapshot, now);
            dueAt = written && now - dueAt < interval.toNanos() ? dueAt + interval.toNanos() : now + interval.toNanos();
            written = true;
        }
    }

    /** An interval changed on the screen counts from the last row. */
    private void follow(Duration wanted) {
        if (!wanted.equals(interval)) {
            dueAt += wanted.minus(interval).toNanos();
            interval = wanted;
        }
    }

    private boolean first(CoreSnapshot snapshot, long now) {
        return !snapshot.inverter().readings().isEmpty() || now - begun >= interval.toNanos();
    }

    private void write(CoreSnapshot snapshot, long now) {
        CsvRow row = CsvRow.of(snapshot, now, plant.wall(), snapshot.zone());
        try {
            log.append(row);
            if (failing) {
                failing = false;
                complaints.csvWorksAgain();
            }
        } catch (IOException e) {
            if (!failing) {
                failing = true;
                complaints.csvFailed(log.file(row.day()), String.valueOf(e));
            }
        }
    }
}
