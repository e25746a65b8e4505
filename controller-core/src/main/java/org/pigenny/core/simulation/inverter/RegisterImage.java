// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.simulation.inverter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pigenny.core.device.modbus.Table;

/** Registers at one instant. A request that touches one which is not there has no answer but exception 02. */
public final class RegisterImage {
    private final Map<Integer, Integer> input = new HashMap<>();
    private final Map<Integer, Integer> holding = new HashMap<>();

    public RegisterImage set(Table table, int address, int value) {
        map(table).put(address, value & 0xFFFF);
        return this;
    }

    public RegisterImage input(int address, long value) {
        return set(Table.INPUT, address, (int) value);
    }

    /** A 32-bit value, low word first. */
    public RegisterImage input32(int address, long value) {
        return input(address, value & 0xFFFF).input(address + 1, value >> 16);
    }

    public RegisterImage putAll(Table table, Map<Integer, Integer> values) {
        values.forEach((address, value) -> set(table, address, value));
        return this;
    }

    public RegisterImage remove(Table table, int from, int to) {
        map(table).keySet().removeIf(address -> address >= from && address <= to);
        return this;
    }

    private Map<Integer, Integer> map(Table table) {
        return switch (table) {
            case INPUT -> input;
            case HOLDING -> holding;
        };
    }

    public Optional<List<Integer>> read(Table table, int start, int count) {
        List<Integer> words = new ArrayList<>();
        for (int address = start; address < start + count; address++) {
            Integer word = map(table).get(address);
            if (word == null) {
                return Optional.empty();
            }
            words.add(word);
        }
        return Optional.of(words);
    }
}
