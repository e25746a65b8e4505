// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.simulate;

import java.util.Map;

/**
 * One row of a script: what is given in it; an empty cell is not.
 *
 * @param line of the file, from 1
 * @param millis since the beginning
 */
record Row(int line, long millis, Map<Column, String> cells) {
    Row {
        cells = Map.copyOf(cells);
    }
}
