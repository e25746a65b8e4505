// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging;

import java.nio.file.Path;
import java.util.Optional;
import org.pigenny.core.logging.alarm.StandingAlarms;
import org.pigenny.core.logging.event.EventRow;
import org.pigenny.core.logging.event.NewestEvents;
import org.pigenny.core.logging.store.Row;
import org.pigenny.core.logging.store.WriteQueue;
import org.pigenny.core.logging.store.Writer;
import org.pigenny.core.model.Event;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Severity;
import org.pigenny.core.time.TimeSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says, once for each change, what is wrong with the records themselves: to the journal and as events. */
final class Complaints implements Writer.Listener {
    static final String DISK_FULL = "C-502";
    static final String DATABASE_DAMAGED = "C-503";
    private static final String CSV = "C-502-csv";
    private static final Logger LOG = LoggerFactory.getLogger(Complaints.class);

    private final TimeSource plant;
    private final WriteQueue queue;
    private final NewestEvents newest;
    private final StandingAlarms standing;
    private final int rowsKept;
    private long droppedBefore;

    Complaints(TimeSource plant, WriteQueue queue, NewestEvents newest, StandingAlarms standing, int rowsKept) {
        this.plant = plant;
        this.standing = standing;
        this.queue = queue;
        this.newest = newest;
        this.rowsKept = rowsKept;
    }

    @Override
    public void failed(Path file, String reason) {
        LOG.error("[ERROR] records cannot be written to {}: {}", file, reason);
        droppedBefore = queue.dropped();
        alarm(DISK_FULL, DISK_FULL, Message.of("records.disk_failed", file.toString(), reason, rowsKept));
    }

    @Override
    public void worksAgain() {
        long lost = queue.dropped() - droppedBefore;
        LOG.info("records are being written again, {} rows were lost", lost);
        standing.resolve(DISK_FULL, plant.wall());
        tell(lost > 0 ? Severity.WARNING : Severity.INFO, DISK_FULL, Message.of("records.disk_back", lost));
    }

    @Override
    public void setAside(Path to, String reason) {
        LOG.error("[ERROR] the records database is not usable ({}), set aside as {}", reason, to);
        alarm(DATABASE_DAMAGED, DATABASE_DAMAGED, Message.of("records.damaged", to.toString()));
    }

    @Override
    public void refused(Row row, Throwable reason) {
        LOG.error("[ERROR] left out a row of {}: {}", row.table(), row, reason);
        // An event about an event that cannot be stored would be refused in turn.
        if (!row.table().equals("events")) {
            tell(Severity.WARNING, "",
                    Message.of("records.row_refused", row.table(), String.valueOf(reason.getMessage())));
        }
    }

    void csvFailed(Path file, String reason) {
        LOG.error("[ERROR] {} cannot be written: {}", file, reason);
        alarm(CSV, DISK_FULL, Message.of("records.csv_failed", file.toString(), reason));
    }

    void csvWorksAgain() {
        LOG.info("the daily CSV file is being written again");
        standing.resolve(CSV, plant.wall());
        tell(Severity.INFO, DISK_FULL, Message.of("records.csv_back"));
    }

    void notReclaimed(long bytes) {
        LOG.warn("deleted records have not left the database file, {} bytes in use", bytes);
        tell(Severity.WARNING, "", Message.of("records.not_reclaimed", bytes >> 20));
    }

    private void alarm(String id, String code, Message text) {
        standing.raise(id, code, Severity.MAJOR, text, Message.of("records.remedy." + code), "", plant.wall());
        tell(Severity.MAJOR, code, text);
    }

    private void tell(Severity severity, String code, Message text) {
        queue.add(new EventRow(newest.add(new Event(plant.wall(), Event.Kind.SYSTEM, severity, text,
                code.isEmpty() ? Optional.empty() : Optional.of(code), Origin.CORE))));
    }
}
