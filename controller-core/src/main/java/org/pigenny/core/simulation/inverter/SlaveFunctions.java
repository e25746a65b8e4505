// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.simulation.inverter;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.pigenny.core.device.modbus.Answer.Refused;
import org.pigenny.core.device.modbus.Table;

/** The functions of a slave, without address and check sum: read input and holding registers, write one, write many. */
final class SlaveFunctions {
    private static final int MOST_READ = 125;
    private static final int MOST_WRITTEN = 123;
    private static final int EXCEPTION = 0x80;
    private static final int READ_LENGTH = 5;

    private final SlaveManners manners;
    private final RegisterSource source;

    SlaveFunctions(SlaveManners manners, RegisterSource source) {
        this.manners = manners;
        this.source = source;
    }

    /** @param unit function code and data; empty answer: the slave stays silent */
    Optional<byte[]> answer(byte[] unit) {
        if (!source.alive() || unit.length < READ_LENGTH) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(unit);
        int function = in.get() & 0xFF;
        int start = in.getShort() & 0xFFFF;
        int second = in.getShort() & 0xFFFF;
        return switch (function) {
            case 3 -> read(Table.HOLDING, start, second);
            case 4 -> read(Table.INPUT, start, second);
            case 6 -> source.write(start, second) ? Optional.of(unit) : refuse(function, Refused.ADDRESS);
            case 16 -> writeMany(unit, start, second);
            default -> refuse(function, Refused.FUNCTION);
        };
    }

    private Optional<byte[]> read(Table table, int start, int count) {
        if (count < 1 || count > MOST_READ) {
            return refuse(table.function(), Refused.VALUE);
        }
        if (count > manners.silentAbove()) {
            return Optional.empty();
        }
        Optional<List<Integer>> words = source.read(table, start, count);
        if (words.isEmpty()) {
            return refuse(table.function(), Refused.ADDRESS);
        }
        ByteBuffer out = ByteBuffer.allocate(2 + 2 * count).put((byte) table.function()).put((byte) (2 * count));
        words.get().forEach(word -> out.putShort(word.shortValue()));
        return Optional.of(out.array());
    }

    private Optional<byte[]> writeMany(byte[] unit, int start, int count) {
        if (count < 1 || count > MOST_WRITTEN || unit.length != READ_LENGTH + 1 + 2 * count
                || (unit[READ_LENGTH] & 0xFF) != 2 * count) {
            return refuse(unit[0] & 0xFF, Refused.VALUE);
        }
        ByteBuffer values = ByteBuffer.wrap(unit, READ_LENGTH + 1, 2 * count);
        for (int i = 0; i < count; i++) {
            if (!source.write(start + i, values.getShort() & 0xFFFF)) {
                return refuse(unit[0] & 0xFF, Refused.ADDRESS);
            }
        }
        return Optional.of(Arrays.copyOf(unit, READ_LENGTH));
    }

    private static Optional<byte[]> refuse(int function, int code) {
        return Optional.of(new byte[]{(byte) (function | EXCEPTION), (byte) code});
    }
}
