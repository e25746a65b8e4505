// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pigenny.core.device.modbus.Table;
import org.pigenny.core.device.profile.Register.Access;
import org.pigenny.core.device.profile.Register.Range;
import org.pigenny.core.device.profile.Register.Shown;
import org.pigenny.core.model.Quantity;

/** Reads the register rows of a profile. */
final class RowReader {
    private static final int CELLS = 11;

    private WordOrder order = WordOrder.HIGH;
    private int base;

    void order(String word) {
        order = WordOrder.valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** What the maker's first register is called; addresses on the wire begin at 0. */
    void base(int first) {
        base = first;
    }

    int address(String cell) {
        return Integer.parseInt(cell) - base;
    }

    Register row(Table table, String[] cells) {
        if (cells.length != CELLS) {
            throw new IllegalArgumentException("a register row has " + CELLS + " cells, not " + cells.length);
        }
        String[] type = cells[3].split(":", -1);
        DataType data = DataType.valueOf(type[0].toUpperCase(Locale.ROOT));
        int words = data == DataType.ASCII ? Integer.parseInt(type[1]) : data.words();
        return new Register(table, address(cells[1]), cells[2], data, words, order, Double.parseDouble(cells[4]),
                cells[5], access(cells[6]), Shown.valueOf(cells[7].toUpperCase(Locale.ROOT)), range(cells[8]),
                feeds(cells[9]), cells[10]);
    }

    private static Access access(String cell) {
        return switch (cell) {
            case "r" -> Access.READ;
            case "rw" -> Access.READ_WRITE;
            case "w" -> Access.WRITE;
            default -> throw new IllegalArgumentException("access is r, rw or w, not \"" + cell + "\"");
        };
    }

    private static Optional<Range> range(String cell) {
        if (cell.isEmpty()) {
            return Optional.empty();
        }
        String[] ends = cell.split("\\.\\.", -1);
        return Optional.of(new Range(Double.parseDouble(ends[0]), Double.parseDouble(ends[1])));
    }

    private static List<Feed> feeds(String cell) {
        List<Feed> feeds = new ArrayList<>();
        for (String word : cell.isEmpty() ? new String[0] : cell.split(",\\s*")) {
            feeds.add(feed(word));
        }
        return feeds;
    }

    private static Feed feed(String word) {
        if (word.startsWith("flag:")) {
            return Feed.Flag.valueOf(word.substring("flag:".length()).toUpperCase(Locale.ROOT));
        }
        if (word.startsWith("role:")) {
            return new Feed.Role(word.substring("role:".length()));
        }
        return switch (word.charAt(0)) {
            case '+' -> new Feed.Of(Quantity.valueOf(word.substring(1)), Feed.Way.SUM);
            case '^' -> new Feed.Of(Quantity.valueOf(word.substring(1)), Feed.Way.HIGHEST);
            default -> new Feed.Of(Quantity.valueOf(word), Feed.Way.ALONE);
        };
    }
}
