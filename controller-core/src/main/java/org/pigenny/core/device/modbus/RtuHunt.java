// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.modbus;

import java.util.Arrays;
import java.util.Optional;
import org.pigenny.core.device.modbus.Exchange.Noise;

/**
 * Hunts an RTU answer through echo, stray bytes and broken frames: every position is tried for a frame of the right slave,
 * function and length, and the check sum judges. An exact echo of the request is dropped once, at the very beginning or
 * wherever it stands whole.
 */
final class RtuHunt implements Hunt {
    /** Far more than the longest frame (256) with its echo and noise; what is older cannot be part of an answer. */
    private static final int CAPACITY = 1024;
    private static final int EXCEPTION_LENGTH = 5;
    private static final int EXCEPTION_BIT = 0x80;
    private static final int WRITE_ANSWER_LENGTH = 8;
    private static final int READ_HEADER = 3;

    private final Ask ask;
    private final byte[] sent;
    private final byte[] heard = new byte[CAPACITY];
    private int length;
    /** Before this position no frame can begin any more. */
    private int tried;
    private int echoes;
    private int stray;
    private int foreign;
    private int crcErrors;

    RtuHunt(Ask ask, byte[] sent) {
        this.ask = ask;
        this.sent = sent;
    }

    @Override
    public byte[] request() {
        return sent.clone();
    }

    @Override
    public Optional<Answer> feed(byte[] bytes, int count) {
        for (int i = 0; i < count; i++) {
            take(bytes[i]);
            Optional<Answer> answer = look();
            if (answer.isPresent()) {
                return answer;
            }
        }
        return Optional.empty();
    }

    private void take(byte next) {
        if (length == CAPACITY) {
            int half = CAPACITY / 2;
            System.arraycopy(heard, half, heard, 0, half);
            length = half;
            stray += Math.max(0, half - tried);
            tried = Math.max(0, tried - half);
        }
        heard[length++] = next;
    }

    /** Whether a frame ends with the newest byte. */
    private Optional<Answer> look() {
        if (endsWithEcho()) {
            echoes++;
            consume(sent.length);
            return Optional.empty();
        }
        if (endsWithFrame(EXCEPTION_LENGTH, true)) {
            return Optional.of(found(EXCEPTION_LENGTH));
        }
        int whole = answerLength();
        return endsWithFrame(whole, false) ? Optional.of(found(whole)) : Optional.empty();
    }

    private boolean endsWithEcho() {
        // A write is answered by the same bytes: there the first copy is the answer.
        return !(ask instanceof Ask.WriteOne) && length - tried >= sent.length
                && Arrays.equals(heard, length - sent.length, length, sent, 0, sent.length);
    }

    private int answerLength() {
        return switch (ask) {
            case Ask.Read read -> READ_HEADER + 2 * read.count() + Crc.LENGTH;
            case Ask.WriteOne ignored -> WRITE_ANSWER_LENGTH;
            case Ask.WriteMany ignored -> WRITE_ANSWER_LENGTH;
        };
    }

    private boolean endsWithFrame(int size, boolean exception) {
        int from = length - size;
        if (from < tried || (heard[from] & 0xFF) != ask.slave()) {
            return false;
        }
        int function = heard[from + 1] & 0xFF;
        if (function != (exception ? ask.function() | EXCEPTION_BIT : ask.function())
                || (!exception && !headFits(from))) {
            return false;
        }
        if (!Crc.fits(heard, from, size)) {
            crcErrors++;
            return false;
        }
        return true;
    }

    private boolean headFits(int from) {
        return switch (ask) {
            case Ask.Read read -> (heard[from + 2] & 0xFF) == 2 * read.count();
            case Ask.WriteOne write -> word(from + 2) == write.address() && word(from + 4) == write.value();
            case Ask.WriteMany write -> word(from + 2) == write.address() && word(from + 4) == write.values().size();
        };
    }

    private int word(int at) {
        return ((heard[at] & 0xFF) << 8) | (heard[at + 1] & 0xFF);
    }

    private Answer found(int size) {
        Answer answer = Messages.answer(heard, length - size, size - Crc.LENGTH);
        consume(size);
        return answer;
    }

    private void consume(int size) {
        int skipped = length - size - tried;
        foreign += foreignFrames(tried, tried + skipped);
        stray += skipped;
        tried = length;
    }

    /** Whole frames with a right check sum that are not ours: another slave, function or length. */
    private int foreignFrames(int from, int to) {
        int frames = 0;
        int at = from;
        while (at < to - EXCEPTION_LENGTH + 1) {
            int size = wholeFrameAt(at, to);
            frames += size > 0 ? 1 : 0;
            at += Math.max(1, size);
        }
        return frames;
    }

    private int wholeFrameAt(int at, int to) {
        int function = heard[at + 1] & 0xFF;
        int size = switch (function) {
            case 3, 4 -> READ_HEADER + (heard[at + 2] & 0xFF) + Crc.LENGTH;
            case 6, 16 -> WRITE_ANSWER_LENGTH;
            default -> EXCEPTION_LENGTH;
        };
        return at + size <= to && Crc.fits(heard, at, size) ? size : 0;
    }

    @Override
    public boolean heardAnything() {
        return length > tried || stray > 0 || crcErrors > 0;
    }

    @Override
    public Noise noise() {
        return new Noise(echoes, stray + length - tried, foreign + foreignFrames(tried, length), crcErrors);
    }
}
