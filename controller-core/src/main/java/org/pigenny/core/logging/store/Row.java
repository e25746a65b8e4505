// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging.store;

import java.sql.SQLException;

/** Something to be written: knows its own statements. Runs on the writer's thread, inside a transaction with its neighbours. */
public interface Row {
    /** The table, for messages. */
    String table();

    void write(Session session) throws SQLException;

    /** Rows that tell what happened are written at once; measurements may wait for the next flush. */
    default boolean urgent() {
        return true;
    }
}
