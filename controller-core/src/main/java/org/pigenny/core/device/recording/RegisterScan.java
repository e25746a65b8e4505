// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.recording;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Registers as one scan found them, in the layout of the recordings: a line {@code r=5 (0x0005) = 24108} for each register,
 * remarks with a time before them.
 *
 * @param values by address, each 0 to 65535
 * @param remarks what the scan said besides
 */
public record RegisterScan(Map<Integer, Integer> values, List<String> remarks) {
    private static final Pattern VALUE = Pattern.compile("r=(\\d+) \\(0x([0-9A-Fa-f]{4})\\) = (\\d+)");
    private static final int MOST = 0xFFFF;

    public RegisterScan {
        values = Map.copyOf(values);
        remarks = List.copyOf(remarks);
    }

    /** @throws IllegalArgumentException naming the line, when one is neither a register nor a remark */
    public static RegisterScan parse(String text) {
        Map<Integer, Integer> values = new TreeMap<>();
        List<String> remarks = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            Matcher matcher = VALUE.matcher(line);
            if (matcher.matches()) {
                put(values, matcher, number);
            } else if (line.startsWith("r=")) {
                throw new IllegalArgumentException("line " + number + ": \"" + line + "\" is no register");
            } else if (!line.isBlank()) {
                remarks.add(line);
            }
        }
        return new RegisterScan(values, remarks);
    }

    private static void put(Map<Integer, Integer> values, Matcher matcher, int line) {
        int address = Integer.parseInt(matcher.group(1));
        int value = Integer.parseInt(matcher.group(3));
        if (address > MOST || value > MOST || address != Integer.parseInt(matcher.group(2), 16)) {
            throw new IllegalArgumentException("line " + line + ": \"" + matcher.group() + "\" is no register");
        }
        values.put(address, value);
    }

    public OptionalInt value(int address) {
        Integer value = values.get(address);
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }

    /** One line of a scan file. */
    public static String line(int address, int value) {
        return "r=%d (0x%04X) = %d".formatted(address, address, value);
    }

    /** A remark of a scan file, with its local time. */
    public static String remark(LocalDateTime at, String words) {
        return at.withNano(0) + (at.getSecond() == 0 ? ":00 " : " ") + words;
    }
}
