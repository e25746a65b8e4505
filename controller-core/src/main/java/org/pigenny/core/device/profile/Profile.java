// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.profile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pigenny.core.device.modbus.Table;

/**
 * All that is known of one make of device, read from a table. Another device is another table.
 *
 * @param kind device type of site-controller.md 1.5, or {@code inverter} for the battery inverter
 * @param maxRegisters most registers that one request may ask for
 * @param settleMillis pause that the device wants between two requests
 * @param states names of the state codes
 * @param faults bits that are known, each E0nn
 * @param warnings bits that are known, each W0nn
 */
public record Profile(String id, String title, String kind, int maxRegisters, int settleMillis,
        Optional<Identity> identity, List<Block> blocks, List<Register> registers, Map<Integer, String> states,
        Set<Integer> faults, Set<Integer> warnings) {
    /** A register that tells the make, and what it then holds. */
    public record Identity(Table table, int address, int value) {}

    /** Registers that are read together, every n-th cycle. */
    public record Block(int every, Table table, int start, int count) {
        public int end() {
            return start + count;
        }

        public boolean holds(Register register) {
            return register.table() == table && register.address() >= start
                    && register.address() + register.words() <= end();
        }
    }

    public Profile {
        blocks = List.copyOf(blocks);
        registers = List.copyOf(registers);
        states = Map.copyOf(states);
        faults = Set.copyOf(faults);
        warnings = Set.copyOf(warnings);
    }

    /**
     * The same table for a device of another kind.
     *
     * @param other of site-controller.md 1.5
     */
    public Profile ofKind(String other) {
        return new Profile(id, title, other, maxRegisters, settleMillis, identity, blocks, registers, states, faults,
                warnings);
    }

    /**
     * The same table for a device whose values count for something else: a meter behind the solar inverter measures
     * solar power. Replaces what stands before {@code _active_power} and its like; the role none takes all away.
     */
    public Profile inRole(String role) {
        return new Profile(id, title, kind, maxRegisters, settleMillis, identity, blocks,
                registers.stream().map(register -> register.inRole(role)).toList(), states, faults, warnings);
    }

    /** Rows of a block, in its order. */
    public List<Register> in(Block block) {
        return registers.stream().filter(Register::readable).filter(block::holds).toList();
    }

    public Optional<Register> register(String key) {
        return registers.stream().filter(register -> register.key().equals(key)).findFirst();
    }
}
