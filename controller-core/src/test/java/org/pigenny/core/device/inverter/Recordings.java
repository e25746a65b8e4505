// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.inverter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The recordings of the house, as test resources. */
public final class Recordings {
    public static final String SCAN_44 = "scan_input_0_200_soc44.txt";
    public static final String SCAN_43 = "scan_input_0_200_soc43.txt";
    public static final String SCAN_SLAVE_2 = "scan_input_0_200_soc41_slave2.txt";
    public static final String HOLDING = "hold_0_499_soc_48_2025-12-27_215336.txt";
    public static final String DAY = "data_dec28_part1.csv";

    private Recordings() {}

    public static String text(String name) {
        try (InputStream in = Objects.requireNonNull(
                Recordings.class.getResourceAsStream("/org/pigenny/core/luxpower/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
