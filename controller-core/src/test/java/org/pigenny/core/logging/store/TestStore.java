// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging.store;

import java.nio.file.Path;
import java.sql.SQLException;

/** A database for tests of other packages. */
public final class TestStore {
    private TestStore() {}

    public static Session open(Path file) throws SQLException {
        return new StoreFile(file).open();
    }
}
