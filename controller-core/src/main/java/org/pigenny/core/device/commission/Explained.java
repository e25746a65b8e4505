// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.commission;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.pigenny.core.device.modbus.Table;
import org.pigenny.core.device.profile.DataType;
import org.pigenny.core.device.profile.Feed;
import org.pigenny.core.device.profile.Profile;
import org.pigenny.core.device.profile.Register;
import org.pigenny.core.model.InverterCodes;
import org.pigenny.core.model.Message;

/** Raw registers in plain words: the name of each, its value in its unit, state, faults and warnings by name. Secrets and what is garbage are left out. */
public final class Explained {
    private final Profile profile;
    private final Function<Message, String> words;

    /** @param words renders messages */
    public Explained(Profile profile, Function<Message, String> words) {
        this.profile = profile;
        this.words = words;
    }

    /**
     * One line for each row of the table whose registers were read.
     *
     * @param values by address, each 0 to 65535
     */
    public List<String> lines(Table table, Map<Integer, Integer> values) {
        List<String> lines = new ArrayList<>();
        for (Register row : profile.registers()) {
            List<Integer> raw = IntStream.range(row.address(), row.address() + row.words())
                    .mapToObj(values::get)
                    .filter(java.util.Objects::nonNull)
                    .toList();
            boolean secret = row.key().startsWith("serial_number");
            if (row.table() == table && raw.size() == row.words() && row.readable() && !secret) {
                lines.add(line(row, raw));
            }
        }
        return lines;
    }

    private String line(Register row, List<Integer> raw) {
        String head = "%d %s = ".formatted(row.address(), row.key());
        if (row.type() == DataType.ASCII) {
            return head + row.text(raw);
        }
        OptionalDouble value = row.value(raw);
        if (value.isEmpty()) {
            return head + "--";
        }
        String said = row.feeds()
                .stream()
                .filter(Feed.Flag.class::isInstance)
                .map(feed -> flag((Feed.Flag) feed, (long) value.getAsDouble()))
                .findFirst()
                .orElseGet(() -> number(row, value.getAsDouble()));
        return head + said + (row.believes(value.getAsDouble()) ? "" : " (not believed)")
                + (row.shown() == Register.Shown.HIDE ? " (meaningless here)" : "");
    }

    private static String number(Register row, double value) {
        String digits = java.math.BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
        return row.unit().equals("bits")
                ? String.format(Locale.ROOT, "0x%X", (long) value)
                : (digits + " " + row.unit()).strip();
    }

    private String flag(Feed.Flag flag, long bits) {
        return switch (flag) {
            case STATE -> words.apply(InverterCodes.state((int) bits)) + String.format(Locale.ROOT, " (0x%02X)", bits);
            case FAULTS -> named(InverterCodes.faults(bits));
            case WARNINGS -> named(InverterCodes.warnings(bits));
        };
    }

    private String named(List<Message> codes) {
        return codes.isEmpty() ? "none" : String.join(", ", codes.stream().map(words).toList());
    }
}
