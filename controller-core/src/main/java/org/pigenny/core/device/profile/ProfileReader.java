// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pigenny.core.device.modbus.Table;
import org.pigenny.core.device.profile.Profile.Block;
import org.pigenny.core.device.profile.Profile.Identity;

/** Reads the text of a profile. The head of luxpower.profile explains its lines. */
public final class ProfileReader {
    private static final int MOST_REGISTERS = 125;

    private final String file;
    private String id = "";
    private String title = "";
    private String kind = "";
    private int limit = 20;
    private int settle;
    private Optional<Identity> identity = Optional.empty();
    private final RowReader rows = new RowReader();
    private final List<Block> blocks = new ArrayList<>();
    private final List<Register> registers = new ArrayList<>();
    private final Map<Integer, String> states = new HashMap<>();
    private final Set<Integer> faults = new HashSet<>();
    private final Set<Integer> warnings = new HashSet<>();

    public ProfileReader(String file) {
        this.file = file;
    }

    /** @throws IllegalArgumentException naming file and line */
    public Profile read(String text) {
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                try {
                    line(line.split("\\s*\\|\\s*", -1));
                } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                    throw new IllegalArgumentException(file + " line " + number + ": " + e.getMessage(), e);
                }
            }
        }
        return new Profile(id, title, kind, limit, settle, identity, blocks, registers, states, faults, warnings);
    }

    private void line(String[] cells) {
        switch (cells[0].strip()) {
            case "profile" -> id = cells[1];
            case "title" -> title = cells[1];
            case "kind" -> kind = cells[1];
            case "order" -> rows.order(cells[1]);
            case "base" -> rows.base(Integer.parseInt(cells[1]));
            case "limit" -> limit = within(Integer.parseInt(cells[1]), 1, MOST_REGISTERS);
            case "settle_ms" -> settle = within(Integer.parseInt(cells[1]), 0, 10_000);
            case "identity" -> identity = Optional.of(
                    new Identity(table(cells[1]), rows.address(cells[2]), Integer.decode(cells[3])));
            case "poll" -> blocks.add(new Block(within(Integer.parseInt(cells[1]), 1, 1000), table(cells[2]),
                    rows.address(cells[3]), within(Integer.parseInt(cells[4]), 1, limit)));
            case "in", "hold" -> registers.add(rows.row(table(cells[0].strip()), cells));
            case "state" -> states.put(Integer.decode(cells[1]), cells[2]);
            case "fault" -> bits(cells[1], faults);
            case "warning" -> bits(cells[1], warnings);
            default -> throw new IllegalArgumentException("no line begins with \"" + cells[0] + "\"");
        }
    }

    private static Table table(String word) {
        return switch (word) {
            case "in" -> Table.INPUT;
            case "hold" -> Table.HOLDING;
            default -> throw new IllegalArgumentException("a table is in or hold, not \"" + word + "\"");
        };
    }

    private static int within(int value, int low, int high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(value + " is not within " + low + " to " + high);
        }
        return value;
    }

    private static void bits(String words, Set<Integer> into) {
        for (String word : words.split(" ")) {
            into.add(within(Integer.parseInt(word), 0, 31));
        }
    }
}
