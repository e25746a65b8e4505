// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.simulation.inverter;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntUnaryOperator;
import org.pigenny.core.device.modbus.Table;

/** A simulated device of any make: holding registers that can be set, written, broken or made stubborn. Input registers show the same. */
public final class RegisterMap implements RegisterSource {
    private final Map<Integer, Integer> values = new ConcurrentHashMap<>();
    private final Map<Integer, IntUnaryOperator> writable = new ConcurrentHashMap<>();
    private final Set<Integer> refused = ConcurrentHashMap.newKeySet();
    private volatile boolean alive = true;

    /** A device with these registers, all 0. */
    public RegisterMap(int first, int last) {
        for (int address = first; address <= last; address++) {
            values.put(address, 0);
        }
    }

    public RegisterMap set(int address, int value) {
        values.put(address, value & 0xFFFF);
        return this;
    }

    /** High word first. */
    public RegisterMap setFloat(int address, float value) {
        int bits = Float.floatToIntBits(value);
        return set(address, bits >>> 16).set(address + 1, bits);
    }

    /** Lets a register be written; {@code takes} says which value the device then holds. */
    public RegisterMap writable(int address, IntUnaryOperator takes) {
        writable.put(address, takes);
        return this;
    }

    /** From now on this register is answered with exception 02. */
    public void refuse(int address) {
        refused.add(address);
    }

    public void alive(boolean answers) {
        alive = answers;
    }

    public int value(int address) {
        return values.getOrDefault(address, 0);
    }

    @Override
    public boolean alive() {
        return alive;
    }

    @Override
    public Optional<List<Integer>> read(Table table, int start, int count) {
        List<Integer> words = new ArrayList<>();
        Set<Integer> asked = new HashSet<>();
        for (int address = start; address < start + count; address++) {
            asked.add(address);
            words.add(value(address));
        }
        return values.keySet().containsAll(asked) && refused.stream().noneMatch(asked::contains)
                ? Optional.of(words)
                : Optional.empty();
    }

    @Override
    public boolean write(int address, int value) {
        IntUnaryOperator takes = writable.get(address);
        if (takes == null || refused.contains(address)) {
            return false;
        }
        values.put(address, takes.applyAsInt(value) & 0xFFFF);
        return true;
    }
}
