// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging;

import java.sql.SQLException;
import java.util.List;
import org.pigenny.core.api.CoreSnapshot;
import org.pigenny.core.logging.store.Row;
import org.pigenny.core.logging.store.Session;
import org.pigenny.core.model.Event;

/** Turns the stream of snapshots into rows of one kind. In memory alone; called by one thread at a time. */
public interface Tracker {
    /** What an earlier process left: called once, before the first snapshot, when there is a database to ask. */
    default void resume(Session session) throws SQLException {}

    default void heard(Event event) {}

    List<Row> observe(CoreSnapshot snapshot);

    /** What is still in memory when the records are closed. */
    default List<Row> rest() {
        return List.of();
    }
}
