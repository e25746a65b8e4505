// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging.store;

import org.sqlite.SQLiteException;

/** What kind of failure it is, by what helps against it. */
enum Trouble {
    /** Full, missing, read-only or busy: wait and try again. */
    DISK,
    /** The file is not a sound database: set it aside. */
    DAMAGED,
    /** This row cannot be stored: leave it out. */
    ROW;

    static Trouble of(Throwable failure) {
        if (!(failure instanceof SQLiteException sqlite)) {
            return ROW;
        }
        return switch (sqlite.getResultCode().code & 0xFF) {
            // https://www.sqlite.org/rescode.html: CORRUPT, FORMAT, NOTADB
            case 11, 24, 26 -> DAMAGED;
            // CONSTRAINT, MISMATCH, RANGE, TOOBIG, and ERROR: a statement that this schema does not take
            case 19, 20, 25, 18, 1 -> ROW;
            default -> DISK;
        };
    }
}
