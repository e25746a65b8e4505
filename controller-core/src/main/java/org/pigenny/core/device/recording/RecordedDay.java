// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.recording;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows of a logger's CSV file, oldest first as in the file. Knows the two layouts of the first loggers, raw registers, and
 * the daily file of this program, values in their units; other columns are passed over and missing ones are missing
 * values. The time is that of {@code timestamp_unix}: the local times of these files jump between time zones.
 */
public record RecordedDay(List<RecordedRow> rows) {
    private static final String TIME = "timestamp_unix";

    public RecordedDay {
        rows = List.copyOf(rows);
    }

    /**
     * Reads a whole file, with LF or CRLF line ends.
     *
     * @throws IllegalArgumentException naming the line, when there is no header with a time or a row has no time
     */
    public static RecordedDay parse(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("the file is empty");
        }
        List<String> header = cells(lines.getFirst());
        if (!header.contains(TIME)) {
            throw new IllegalArgumentException("line 1: no column " + TIME + " in the header");
        }
        List<RecordedRow> rows = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            rows.add(row(header, cells(lines.get(i)), i + 1));
        }
        return new RecordedDay(rows);
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        for (String cell : line.replace("\uFEFF", "").split(",", -1)) {
            String bare = cell.strip();
            cells.add(bare.length() > 1 && bare.startsWith("\"") && bare.endsWith("\"")
                    ? bare.substring(1, bare.length() - 1)
                    : bare);
        }
        return cells;
    }

    private static RecordedRow row(List<String> header, List<String> cells, int line) {
        Map<String, Double> values = new HashMap<>();
        for (int i = 0; i < Math.min(header.size(), cells.size()); i++) {
            try {
                double value = Double.parseDouble(cells.get(i));
                if (Double.isFinite(value)) {
                    values.put(header.get(i), value);
                }
            } catch (NumberFormatException e) {
                // A word, or an empty cell: a value that is missing. The time is checked below.
                values.remove(header.get(i));
            }
        }
        Double unix = values.get(TIME);
        if (unix == null) {
            throw new IllegalArgumentException("line " + line + ": no time in column " + TIME);
        }
        return new RecordedRow(unix, values);
    }
}
