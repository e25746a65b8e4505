// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.simulation.inverter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pigenny.core.device.modbus.Table;

/** Registers whose every value tells its address and the number of the request that read it, so that no answer passes for another. */
final class StampedRegisters implements RegisterSource {
    private long served;

    @Override
    public Optional<List<Integer>> read(Table table, int start, int count) {
        served++;
        List<Integer> words = new ArrayList<>();
        for (int address = start; address < start + count; address++) {
            words.add(value(address, served));
        }
        return Optional.of(words);
    }

    long served() {
        return served;
    }

    private static int value(int address, long request) {
        long mixed = (address * 0x9E3779B97F4A7C15L) ^ (request * 0xC2B2AE3D27D4EB4FL);
        mixed = (mixed ^ (mixed >>> 29)) * 0xBF58476D1CE4E5B9L;
        return (int) (mixed >>> 48);
    }

    /** Whether all of these words were read, from these addresses, by requests after the one with that number. */
    boolean servedSince(long before, int start, List<Integer> words) {
        for (int i = 0; i < words.size(); i++) {
            boolean right = false;
            for (long request = before + 1; request <= served && !right; request++) {
                right = value(start + i, request) == words.get(i);
            }
            if (!right) {
                return false;
            }
        }
        return true;
    }
}
