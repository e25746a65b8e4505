// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging.store;

import java.util.List;

/** What a reader would not find on the disk yet. */
public interface Unwritten {
    Unwritten NOTHING = new Unwritten() {
        @Override
        public <T extends Row> List<T> unwritten(Class<T> kind) {
            return List.of();
        }
    };

    /** Copies of the rows of one kind that are being written or wait to be. */
    <T extends Row> List<T> unwritten(Class<T> kind);
}
