// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.pigenny.core.model.Quantity;

/**
 * Columns of the sample tables: for each channel its mean, and its least and greatest value where they differ from the mean. Values
 * are whole numbers in a fraction of the unit, which SQLite stores in two or three bytes instead of eight.
 */
public final class SampleColumns {
    /** The inferred power of the generator's own charger, which no register tells. */
    static final String CHARGER_POWER = "charger_power";

    private static final List<String> CHANNELS = Stream
            .concat(Arrays.stream(Quantity.values()).map(SampleColumns::channel), Stream.of(CHARGER_POWER))
            .toList();

    private SampleColumns() {}

    static List<String> channels() {
        return CHANNELS;
    }

    static String channel(Quantity quantity) {
        return quantity.name().toLowerCase(Locale.ROOT);
    }

    /** Every column of a value, in the order in which rows are written. */
    public static List<String> all() {
        List<String> columns = new ArrayList<>();
        for (String channel : CHANNELS) {
            columns.add(channel);
            columns.add(low(channel));
            columns.add(high(channel));
        }
        return columns;
    }

    static String low(String channel) {
        return channel + "_lo";
    }

    static String high(String channel) {
        return channel + "_hi";
    }

    /** Stored steps in one unit: a watt in tenths, a cell's volt in thousandths, all else in hundredths. */
    static double scale(String channel) {
        if (channel.startsWith("cell_voltage")) {
            return 1000;
        }
        return channel.endsWith("power") ? 10 : 100;
    }
}
