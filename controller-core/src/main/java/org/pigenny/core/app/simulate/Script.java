// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.simulate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A script as read: rows in ascending time.
 *
 * @param columns that the header names
 */
record Script(Set<Column> columns, List<Row> rows) {
    Script {
        columns = Set.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** Reads and checks a whole script, so that nothing wrong shows up half-way. */
    static Script parse(List<String> lines) throws ScriptException {
        List<Row> rows = new ArrayList<>();
        List<Column> header = List.of();
        for (int i = 0; i < lines.size(); i++) {
            String line = i == 0 ? withoutMark(lines.get(i)) : lines.get(i);
            if (line.isBlank()) {
                continue;
            }
            if (header.isEmpty()) {
                header = header(i + 1, line);
            } else {
                rows.add(row(i + 1, header, line, rows));
            }
        }
        if (header.isEmpty()) {
            throw new ScriptException("the script is empty; its first line names the columns, t_s among them");
        }
        return new Script(EnumSet.copyOf(header), rows);
    }

    private static String withoutMark(String line) {
        return line.startsWith("\uFEFF") ? line.substring(1) : line;
    }

    private static List<Column> header(int line, String text) throws ScriptException {
        List<Column> header = new ArrayList<>();
        for (String word : text.split(",", -1)) {
            Optional<Column> column = Column.of(word.trim());
            if (column.isEmpty()) {
                throw ScriptException.at(line, "no column '" + word.trim() + "'; known are " + Column.all());
            }
            if (header.contains(column.get())) {
                throw ScriptException.at(line, "column " + column.get().word() + " is there twice");
            }
            header.add(column.get());
        }
        if (!header.contains(Column.T_S)) {
            throw ScriptException.at(line, "the column t_s is missing");
        }
        return header;
    }

    private static Row row(int line, List<Column> header, String text, List<Row> before) throws ScriptException {
        String[] cells = text.split(",", -1);
        if (cells.length > header.size()) {
            throw ScriptException.at(line, cells.length + " cells under " + header.size() + " columns");
        }
        Map<Column, String> given = new EnumMap<>(Column.class);
        for (int i = 0; i < cells.length; i++) {
            String cell = cells[i].trim();
            if (!cell.isEmpty()) {
                Cells.check(line, header.get(i), cell);
                given.put(header.get(i), cell);
            }
        }
        long millis = millis(line, given.get(Column.T_S));
        if (!before.isEmpty() && millis < before.getLast().millis()) {
            throw ScriptException.at(line, "t_s goes back from " + before.getLast().millis() / 1000.0 + " to "
                    + millis / 1000.0);
        }
        return new Row(line, millis, given);
    }

    private static long millis(int line, @Nullable String cell) throws ScriptException {
        if (cell == null) {
            throw ScriptException.at(line, "t_s is empty");
        }
        return new BigDecimal(cell).movePointRight(3).longValue();
    }
}
