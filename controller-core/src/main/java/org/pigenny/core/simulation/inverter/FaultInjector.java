// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.simulation.inverter;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.pigenny.core.device.modbus.Crc;

/** Does to bytes what a {@link Fault} says. The randomness is the caller's, so that every run can be repeated. */
public final class FaultInjector {
    /** Longest delay of an answer; gateways that hold one back for longer are not known. */
    static final Duration LONGEST_DELAY = Duration.ofSeconds(9);
    private static final int OTHER_SLAVE = 0x2A;

    private final RandomGenerator random;

    public FaultInjector(RandomGenerator random) {
        this.random = random;
    }

    /** Bytes that arrive some time after the slave sent them. */
    public static final class Arrival {
        private final Duration after;
        private final byte[] bytes;

        Arrival(Duration after, byte[] bytes) {
            this.after = after;
            this.bytes = bytes.clone();
        }

        public Duration after() {
            return after;
        }

        public byte[] bytes() {
            return bytes.clone();
        }
    }

    /** What of the request reaches the slave. */
    public byte[] request(Fault fault, byte[] sent) {
        return switch (fault) {
            case DROP_REQUEST -> new byte[0];
            case DUPLICATE_REQUEST -> join(sent, sent);
            case FLIP_REQUEST -> flip(sent);
            case NONE, DROP_BYTE, DROP_ANSWER, DUPLICATE_BYTE, DUPLICATE_ANSWER, DELAY, FLIP, ECHO, CUT_IN_HALF, TORN,
                    STRAY_BYTES, FOREIGN_FRAME, UNPLUG ->
                sent;
        };
    }

    /** What the master hears, in order. */
    public List<Arrival> answer(Fault fault, byte[] request, byte[] answer) {
        int half = answer.length / 2;
        return switch (fault) {
            case DROP_BYTE -> now(answer.length == 0 ? answer : without(answer, random.nextInt(answer.length)));
            case DROP_ANSWER, UNPLUG -> List.of();
            case DUPLICATE_BYTE -> now(answer.length == 0 ? answer : twice(answer, random.nextInt(answer.length)));
            case DUPLICATE_ANSWER -> now(join(answer, answer));
            case DELAY -> List.of(new Arrival(someDelay(), answer));
            case FLIP -> now(flip(answer));
            case ECHO -> now(join(request, answer));
            case CUT_IN_HALF -> now(Arrays.copyOf(answer, half));
            case TORN -> List.of(new Arrival(Duration.ZERO, Arrays.copyOf(answer, half)),
                    new Arrival(someDelay(), Arrays.copyOfRange(answer, half, answer.length)));
            case STRAY_BYTES -> now(join(noise(), join(answer, noise())));
            case FOREIGN_FRAME -> now(join(foreign(answer), answer));
            case NONE, DROP_REQUEST, DUPLICATE_REQUEST, FLIP_REQUEST -> now(answer);
        };
    }

    private static List<Arrival> now(byte[] bytes) {
        return List.of(new Arrival(Duration.ZERO, bytes));
    }

    private Duration someDelay() {
        return Duration.ofMillis(random.nextLong(50, LONGEST_DELAY.toMillis()));
    }

    /** One bit up to a burst of sixteen: what a check sum of sixteen bits promises to find. */
    private byte[] flip(byte[] bytes) {
        byte[] flipped = bytes.clone();
        if (flipped.length > 0) {
            int from = random.nextInt(flipped.length * 8);
            int burst = random.nextInt(1, 17);
            for (int bit = from; bit < Math.min(from + burst, flipped.length * 8); bit++) {
                if (bit == from || random.nextBoolean()) {
                    flipped[bit / 8] ^= (byte) (1 << (bit % 8));
                }
            }
        }
        return flipped;
    }

    private byte[] noise() {
        byte[] noise = new byte[random.nextInt(1, 12)];
        random.nextBytes(noise);
        if (random.nextBoolean()) {
            noise[noise.length - 1] = 0;
        }
        return noise;
    }

    private static byte[] foreign(byte[] answer) {
        if (answer.length <= Crc.LENGTH) {
            return answer;
        }
        byte[] frame = Arrays.copyOf(answer, answer.length - Crc.LENGTH);
        frame[0] = OTHER_SLAVE;
        return Crc.append(frame);
    }

    private static byte[] without(byte[] bytes, int at) {
        return join(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, at + 1, bytes.length));
    }

    private static byte[] twice(byte[] bytes, int at) {
        return join(Arrays.copyOf(bytes, at + 1), Arrays.copyOfRange(bytes, at, bytes.length));
    }

    private static byte[] join(byte[] first, byte[] second) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(first);
        all.writeBytes(second);
        return all.toByteArray();
    }
}
