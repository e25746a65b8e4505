// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.modbus;

import java.util.Arrays;
import java.util.Optional;
import org.pigenny.core.device.modbus.Exchange.Noise;

/** Takes Modbus TCP frames off the stream until the one with our number comes; older ones are late answers to earlier requests. */
final class MbapHunt implements Hunt {
    private static final int HEADER = 6;
    private static final int LONGEST_UNIT = 254;
    private static final int WRITE_UNIT = 6;
    private static final int EXCEPTION_BIT = 0x80;

    private final Ask ask;
    private final int transaction;
    private final byte[] sent;
    private byte[] heard = new byte[0];
    private int foreign;
    private int stray;

    MbapHunt(Ask ask, int transaction, byte[] sent) {
        this.sent = sent;
        this.ask = ask;
        this.transaction = transaction;
    }

    @Override
    public byte[] request() {
        return sent.clone();
    }

    @Override
    public Optional<Answer> feed(byte[] bytes, int count) {
        int old = heard.length;
        heard = Arrays.copyOf(heard, old + count);
        System.arraycopy(bytes, 0, heard, old, count);
        while (heard.length >= HEADER) {
            int unit = word(4);
            if (word(2) != 0 || unit < 2 || unit > LONGEST_UNIT) {
                // Not Modbus TCP, or out of step: everything so far is of no use.
                stray += heard.length;
                heard = new byte[0];
                return Optional.empty();
            }
            if (heard.length < HEADER + unit) {
                return Optional.empty();
            }
            Optional<Answer> answer = word(0) == transaction ? fitting(unit) : Optional.empty();
            heard = Arrays.copyOfRange(heard, HEADER + unit, heard.length);
            if (answer.isPresent()) {
                return answer;
            }
            foreign++;
        }
        return Optional.empty();
    }

    private Optional<Answer> fitting(int unit) {
        int function = heard[HEADER + 1] & 0xFF;
        boolean slaveFits = (heard[HEADER] & 0xFF) == ask.slave();
        boolean ours = slaveFits && switch (ask) {
            case Ask.Read read -> unit == 3 + 2 * read.count() && (heard[HEADER + 2] & 0xFF) == 2 * read.count();
            case Ask.WriteOne ignored -> unit == WRITE_UNIT;
            case Ask.WriteMany ignored -> unit == WRITE_UNIT;
        } && function == ask.function();
        return ours || (slaveFits && isException(function, unit))
                ? Optional.of(Messages.answer(heard, HEADER, unit))
                : Optional.empty();
    }

    private boolean isException(int function, int unit) {
        return function == (ask.function() | EXCEPTION_BIT) && unit == 3;
    }

    private int word(int at) {
        return ((heard[at] & 0xFF) << 8) | (heard[at + 1] & 0xFF);
    }

    @Override
    public boolean heardAnything() {
        return heard.length > 0 || foreign > 0 || stray > 0;
    }

    @Override
    public Noise noise() {
        return new Noise(0, stray + heard.length, foreign, 0);
    }
}
