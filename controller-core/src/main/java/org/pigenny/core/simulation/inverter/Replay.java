// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.simulation.inverter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pigenny.core.device.modbus.Table;
import org.pigenny.core.device.recording.RecordedDay;
import org.pigenny.core.device.recording.RecordedRow;
import org.pigenny.core.device.recording.RegisterScan;
import org.pigenny.core.time.TimeSource;

/**
 * A recording as a slave's registers, moving on with an injected time as fast as it was recorded. A register that was not
 * recorded is not made up: a request for it is answered with exception 02, so that the screen shows it absent. After its
 * last row the slave stays silent: a frozen value would pass for a live one. A scan, which is one moment, holds for ever.
 */
public final class Replay implements RegisterSource {
    private static final double NANOS = 1e9;
    private static final int INTERNAL_STATE = 6;
    private static final int PV_ON = 0x0200;
    private static final int CHARGING = 0x0400;
    /** Rows that a recorder left this long before the recording counts as ended, where there is no next row. */
    private static final double LAST_ROW_SECONDS = 600;

    private final List<RecordedRow> rows;
    private final RegisterImage rest;
    private final TimeSource plant;
    private final long start;

    private Replay(List<RecordedRow> rows, RegisterImage rest, TimeSource plant) {
        this.rows = rows;
        this.rest = rest;
        this.plant = plant;
        this.start = plant.nanos();
    }

    /**
     * Opens a recording: a CSV file of either logger or of this program, or a register scan.
     *
     * @throws IllegalArgumentException when the file is neither, or has no row
     */
    public static Replay open(Path file, TimeSource plant) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        return text.lines().findFirst().orElse("").contains("timestamp_unix")
                ? day(RecordedDay.parse(text), plant)
                : scan(RegisterScan.parse(text), plant);
    }

    public static Replay day(RecordedDay day, TimeSource plant) {
        if (day.rows().isEmpty()) {
            throw new IllegalArgumentException("the recording has no rows");
        }
        return new Replay(day.rows(), new RegisterImage(), plant);
    }

    public static Replay scan(RegisterScan scan, TimeSource plant) {
        if (scan.values().isEmpty()) {
            throw new IllegalArgumentException("the scan has no registers");
        }
        return new Replay(List.of(), new RegisterImage().putAll(Table.INPUT, scan.values()), plant);
    }

    /** When the recording begins; empty for a scan. The plant's wall clock should begin there. */
    public Optional<Instant> startsAt() {
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(Instant.ofEpochMilli((long) (rows.getFirst().unix() * 1000)));
    }

    @Override
    public boolean alive() {
        return rows.isEmpty() || seconds() < rows.getLast().unix() - rows.getFirst().unix() + LAST_ROW_SECONDS;
    }

    @Override
    public Optional<List<Integer>> read(Table table, int first, int count) {
        return image().read(table, first, count);
    }

    private RegisterImage image() {
        if (rows.isEmpty()) {
            return rest;
        }
        double now = rows.getFirst().unix() + seconds();
        RecordedRow row = rows.getFirst();
        for (RecordedRow next : rows) {
            if (next.unix() <= now) {
                row = next;
            }
        }
        return image(row.registers());
    }

    /** The recorders read 1 to 11, 64 to 67 and 101 to 108. What else is in those blocks is what the house always showed. */
    private static RegisterImage image(Map<Integer, Integer> recorded) {
        RegisterImage image = new RegisterImage();
        zeros(image, 0, 19);
        zeros(image, 60, 79);
        zeros(image, 100, 119);
        image.putAll(Table.INPUT, recorded).input(0, state(recorded.getOrDefault(INTERNAL_STATE, 0)));
        // W016, no AC connection, was on in every scan of the house.
        image.input(63, 1);
        if (recorded.containsKey(170)) {
            zeros(image, 160, 173);
            image.input(170, recorded.get(170));
        }
        return image;
    }

    private static void zeros(RegisterImage image, int from, int to) {
        for (int address = from; address <= to; address++) {
            image.input(address, 0);
        }
    }

    /** The state code was not recorded; register 6 tells it by its bits for sun and charging (inverter.md 1.1). */
    private static int state(int internal) {
        if ((internal & CHARGING) != 0) {
            return 0x88;
        }
        return (internal & PV_ON) != 0 ? 0xC0 : 0x40;
    }

    private double seconds() {
        return (plant.nanos() - start) / NANOS;
    }
}
