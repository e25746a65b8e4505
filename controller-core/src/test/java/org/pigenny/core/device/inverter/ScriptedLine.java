// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.inverter;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.device.line.ByteLine;
import org.pigenny.core.device.line.LineOpener;
import org.pigenny.core.device.modbus.Crc;
import org.pigenny.core.simulation.inverter.RtuSlave;

/** A line in memory: a slave answers on it, or what a test has written down. Time leaps to what comes next. */
final class ScriptedLine implements ByteLine, LineOpener {
    private final LeapingTime time;
    private final @Nullable RtuSlave slave;
    private final Deque<ByteArrayOutputStream> answers = new ArrayDeque<>();
    private final Deque<byte[]> input = new ArrayDeque<>();
    private final Deque<Long> inputAt = new ArrayDeque<>();
    private final List<byte[]> sent = new ArrayList<>();
    private final List<Long> sentAt = new ArrayList<>();
    private Duration delay = Duration.ZERO;

    ScriptedLine(LeapingTime time, @Nullable RtuSlave slave) {
        this.time = time;
        this.slave = slave;
        then();
    }

    /** What follows is for the next request. */
    void then() {
        answers.add(new ByteArrayOutputStream());
    }

    /** Bytes that answer a request, with a check sum put behind them or not. */
    void answer(String hex, boolean checkSum) {
        answers.getLast().writeBytes(checkSum ? Crc.append(bytes(hex)) : bytes(hex));
    }

    /** A whole frame that comes in unasked. */
    void arrive(String hex) {
        add(Crc.append(bytes(hex)), time.nanos());
    }

    /** The next answer comes so much later. */
    void holdBack(Duration late) {
        delay = late;
    }

    List<byte[]> sent() {
        return List.copyOf(sent);
    }

    List<Long> sentAt() {
        return List.copyOf(sentAt);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", "").toLowerCase(Locale.ROOT));
    }

    private void add(byte[] bytes, long at) {
        if (bytes.length > 0) {
            input.add(bytes);
            inputAt.add(at);
        }
    }

    @Override
    public String key() {
        return "memory";
    }

    @Override
    public String name() {
        return key();
    }

    @Override
    public ByteLine open() {
        return this;
    }

    @Override
    public void write(byte[] bytes) {
        sent.add(bytes.clone());
        sentAt.add(time.nanos());
        byte[] answer = new byte[0];
        if (slave != null) {
            answer = slave.hear(bytes, bytes.length).orElse(answer);
        } else if (!answers.isEmpty()) {
            answer = answers.remove().toByteArray();
        }
        add(answer, time.nanos() + delay.toNanos());
        delay = Duration.ZERO;
    }

    @Override
    public int read(byte[] into, long until) throws InterruptedException {
        if (input.isEmpty() || inputAt.element() - Math.max(time.nanos(), until) > 0) {
            time.sleepUntil(until);
            return 0;
        }
        time.sleepUntil(inputAt.remove());
        byte[] next = input.remove();
        System.arraycopy(next, 0, into, 0, Math.min(next.length, into.length));
        return Math.min(next.length, into.length);
    }

    @Override
    public void close() {
        input.clear();
        inputAt.clear();
    }
}
