// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.profile;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.pigenny.core.device.modbus.Table;

/**
 * One row of a profile.
 *
 * @param address on the wire, from 0
 * @param key the row's name in files and on the diagnostics screen
 * @param words registers that it takes
 * @param scale the number in the register times this is the value in its unit
 * @param unit "code", "bits", "time" or empty for what has no unit
 * @param plausible in the unit; a value outside is not believed
 * @param note what one must know to read it right
 */
public record Register(Table table, int address, String key, DataType type, int words, WordOrder order, double scale,
        String unit, Access access, Shown shown, Optional<Range> plausible, List<Feed> feeds, String note) {
    public enum Access {
        READ, READ_WRITE, WRITE
    }

    /** Whether a person should see the value. */
    public enum Shown {
        YES,
        /** Kept raw only: the sources disagree or nothing proves it. */
        LOG,
        /** Meaningless on this device. */
        HIDE,
        /** Not what it seems; never read. */
        GARBAGE
    }

    /** Both ends belong to it. */
    public record Range(double low, double high) {
        public Range {
            if (!(low <= high)) {
                throw new IllegalArgumentException("range " + low + ".." + high);
            }
        }

        public boolean contains(double value) {
            return value >= low && value <= high;
        }
    }

    public Register {
        feeds = List.copyOf(feeds);
        if (address < 0 || words < 1 || address + words > 65_536) {
            throw new IllegalArgumentException(key + ": address " + address + " with " + words + " words");
        }
        if (!Double.isFinite(scale) || scale == 0) {
            throw new IllegalArgumentException(key + ": scale " + scale);
        }
    }

    private static final String NO_ROLE = "none";
    private static final Pattern ROLE = Pattern
            .compile("(solar|load|diesel_generator)_(active_power|reactive_power|kwh_counter)");

    Register inRole(String role) {
        List<Feed> others = feeds.stream().flatMap(feed -> inRole(feed, role)).toList();
        return new Register(table, address, key, type, words, order, scale, unit, access, shown, plausible, others,
                note);
    }

    private static Stream<Feed> inRole(Feed feed, String role) {
        if (!(feed instanceof Feed.Role old)) {
            return Stream.of(feed);
        }
        Matcher matcher = ROLE.matcher(old.name());
        if (role.equals(NO_ROLE)) {
            return Stream.empty();
        }
        return Stream.of(matcher.matches() ? new Feed.Role(role + "_" + matcher.group(2)) : feed);
    }

    /** The value in its unit, plausible or not; empty for text and for what is no number. */
    public OptionalDouble value(List<Integer> raw) {
        OptionalDouble number = type.decode(raw, order);
        // Rounding takes away what 0.1 adds in binary: 521 × 0.1 is 52.1.
        return number.isPresent() ? OptionalDouble.of(rounded(number.getAsDouble() * scale)) : number;
    }

    /**
     * The registers that hold a value.
     *
     * @throws IllegalArgumentException when the row is text, or the value does not fit
     */
    public List<Integer> encode(double value) {
        if (type == DataType.F32) {
            return order.split(Float.floatToIntBits((float) (value / scale)), words);
        }
        long raw = Math.round(value / scale);
        List<Integer> split = order.split(raw, words);
        OptionalDouble back = value(split);
        if (back.isEmpty() || Math.abs(back.getAsDouble() - value) > Math.abs(scale)) {
            throw new IllegalArgumentException(key + " cannot hold " + value + " " + unit);
        }
        return split;
    }

    private double rounded(double value) {
        if (type == DataType.F32 || Math.abs(value) > 1e9) {
            return value;
        }
        return Math.round(value * 1e6) / 1e6;
    }

    public boolean believes(double value) {
        return plausible.map(range -> range.contains(value)).orElse(true);
    }

    /** The characters of a text, low byte of each register first, as this family writes it. */
    public String text(List<Integer> raw) {
        byte[] bytes = new byte[raw.size() * 2];
        for (int i = 0; i < raw.size(); i++) {
            int low = raw.get(i) & 0xFF;
            int high = raw.get(i) >> 8;
            bytes[2 * i] = (byte) (order == WordOrder.LOW ? low : high);
            bytes[2 * i + 1] = (byte) (order == WordOrder.LOW ? high : low);
        }
        return new String(bytes, StandardCharsets.ISO_8859_1).replace("\0", "").strip();
    }

    public boolean readable() {
        return shown != Shown.GARBAGE && access != Access.WRITE;
    }
}
