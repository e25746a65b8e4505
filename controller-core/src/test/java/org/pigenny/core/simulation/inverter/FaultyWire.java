// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.simulation.inverter;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.device.inverter.LeapingTime;
import org.pigenny.core.device.line.ByteLine;
import org.pigenny.core.device.line.LineOpener;
import org.pigenny.core.device.line.LineTrouble;
import org.pigenny.core.device.line.SerialOpener;
import org.pigenny.core.device.line.SerialSettings;
import org.pigenny.core.model.settings.InverterSettings;

/**
 * A master and a slave with a fault injector between them, on two real pseudo-terminals:
 * master — serial port — [pty A] — injector — serial port — [pty B] — slave. Time is injected: it moves only when the
 * master waits and nothing is under way, and then to the next thing that happens. One thread, so every run is the same.
 */
final class FaultyWire implements LineOpener, AutoCloseable {
    private static final long REAL_LIMIT_NANOS = Duration.ofSeconds(10).toNanos();

    private record Due(long at, long number, FaultInjector.Arrival arrival) {}

    private final LeapingTime time;
    private final FaultInjector injector;
    private final RtuSlave slave;
    private final Path link;
    private final Pty slaveSide = Pty.open();
    private final ByteLine injectorSide;
    private final PriorityQueue<Due> underWay = new PriorityQueue<>(
            Comparator.comparingLong(Due::at).thenComparingLong(Due::number));
    private Pty masterSide = Pty.open();
    private Fault fault = Fault.NONE;
    private byte[] unheard = new byte[0];
    private long toHear;
    private long number;
    private boolean unplugged;
    private int opened;

    FaultyWire(RtuSlave slave, FaultInjector injector, LeapingTime time, Path folder) throws IOException {
        this.slave = slave;
        this.injector = injector;
        this.time = time;
        this.link = folder.resolve("usb-adapter-by-id");
        this.injectorSide = port(slaveSide.path()).open();
        Files.createSymbolicLink(link, Path.of(masterSide.path()));
    }

    private SerialOpener port(String path) {
        return new SerialOpener(SerialSettings.plain(path, 19_200, InverterSettings.defaults().rs485()), time);
    }

    /** The fault of the next request. */
    void next(Fault next) {
        fault = next;
    }

    int opened() {
        return opened;
    }

    boolean quiet() {
        return underWay.isEmpty();
    }

    /** When the last of what is still under way arrives. */
    long lastArrival() {
        return underWay.stream().mapToLong(Due::at).max().orElse(time.nanos());
    }

    @Override
    public String key() {
        return link.toString();
    }

    @Override
    public ByteLine open() throws LineTrouble {
        if (unplugged) {
            replug();
        }
        opened++;
        toHear = 0;
        return new Line(port(link.toString()).open());
    }

    private void replug() {
        try {
            masterSide = Pty.open();
            Files.delete(link);
            Files.createSymbolicLink(link, Path.of(masterSide.path()));
            unplugged = false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Line implements ByteLine {
        private final ByteLine port;

        Line(ByteLine port) {
            this.port = port;
        }

        @Override
        public String name() {
            return link.toString();
        }

        @Override
        public void write(byte[] bytes) throws IOException {
            port.write(bytes);
            unheard = bytes;
            if (fault == Fault.UNPLUG) {
                fault = Fault.NONE;
                unplugged = true;
                underWay.clear();
                unheard = new byte[0];
                masterSide.close();
            }
        }

        @Override
        public int read(byte[] into, long until) throws IOException, InterruptedException {
            while (true) {
                carryRequest();
                deliver();
                int got = receive(port, into);
                if (got > 0) {
                    return got;
                }
                long now = time.nanos();
                if (now - until >= 0) {
                    return 0;
                }
                Due due = underWay.peek();
                time.sleepUntil(due == null ? until : Math.min(until, due.at()));
            }
        }

        @Override
        public void close() {
            port.close();
        }
    }

    /** Takes what has been delivered, waiting for the kernel to hand it over. */
    private int receive(ByteLine port, byte[] into) throws IOException, InterruptedException {
        long limit = System.nanoTime() + REAL_LIMIT_NANOS;
        while (true) {
            int got = port.read(into, time.nanos());
            toHear -= got;
            if (got > 0 || toHear == 0) {
                return got;
            }
            if (System.nanoTime() > limit) {
                return fail(toHear + " bytes got lost in the kernel");
            }
            Thread.onSpinWait();
        }
    }

    private void carryRequest() throws IOException, InterruptedException {
        if (unheard.length == 0) {
            return;
        }
        byte[] sent = take(masterSide, unheard.length);
        unheard = new byte[0];
        byte[] heard = injector.request(fault, sent);
        byte[] answers = heard.length == 0 ? heard : exchange(heard);
        for (FaultInjector.Arrival arrival : injector.answer(fault, sent, answers)) {
            if (arrival.bytes().length > 0) {
                underWay.add(new Due(time.nanos() + arrival.after().toNanos(), number++, arrival));
            }
        }
        fault = Fault.NONE;
    }

    /** The request goes over the second terminal to the slave, and its answers come back. */
    private byte[] exchange(byte[] request) throws IOException, InterruptedException {
        injectorSide.write(request);
        byte[] heard = take(slaveSide, request.length);
        slave.silence();
        byte[] all = new byte[0];
        Optional<byte[]> answer = slave.hear(heard, heard.length);
        while (answer.isPresent()) {
            slaveSide.write(answer.get());
            all = join(all, take(injectorSide, answer.get().length));
            answer = slave.hear(new byte[0], 0);
        }
        return all;
    }

    private void deliver() throws IOException {
        for (@Nullable
        Due due = underWay.peek(); due != null && due.at() - time.nanos() <= 0; due = underWay.peek()) {
            underWay.remove();
            masterSide.write(due.arrival().bytes());
            toHear += due.arrival().bytes().length;
        }
    }

    private static byte[] take(Pty pty, int count) throws IOException {
        byte[] all = new byte[0];
        byte[] buffer = new byte[256];
        long limit = System.nanoTime() + REAL_LIMIT_NANOS;
        while (all.length < count && System.nanoTime() < limit) {
            int got = pty.read(buffer, 100);
            all = join(all, Arrays.copyOf(buffer, got));
        }
        return all.length == count ? all : fail("the kernel lost bytes");
    }

    private byte[] take(ByteLine line, int count) throws IOException, InterruptedException {
        byte[] all = new byte[0];
        byte[] buffer = new byte[256];
        long limit = System.nanoTime() + REAL_LIMIT_NANOS;
        while (all.length < count && System.nanoTime() < limit) {
            int got = line.read(buffer, time.nanos());
            all = join(all, Arrays.copyOf(buffer, got));
        }
        return all.length == count ? all : fail("the kernel lost bytes");
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    @Override
    public void close() {
        injectorSide.close();
        slaveSide.close();
        if (!unplugged) {
            masterSide.close();
        }
    }
}
