// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.commission;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.pigenny.core.device.modbus.BlockReader.Result;
import org.pigenny.core.device.modbus.Table;
import org.pigenny.core.device.profile.DataType;
import org.pigenny.core.device.profile.Profile;
import org.pigenny.core.device.recording.RegisterScan;
import org.pigenny.core.model.Message;
import org.pigenny.core.time.TimeSource;

/**
 * Reads a range of registers and writes it down in the layout of the recordings. Characters of a serial number are written
 * as 0: a scan is made to be shown to others.
 */
public final class ScanWriter {
    /** Registers of one request's worth; the reader splits further when it must. */
    private static final int CHUNK = 20;
    private static final int LAST = 65_535;

    /** Reads registers, from a port of our own or through a running core. */
    public interface Source {
        Result read(Table table, int start, int count) throws InterruptedException;
    }

    private final Source source;
    private final Profile profile;
    private final TimeSource time;
    private final ZoneId zone;
    private final Consumer<String> lines;
    private Optional<Message> noLine = Optional.empty();

    public ScanWriter(Source source, Profile profile, TimeSource time, ZoneId zone, Consumer<String> lines) {
        this.source = source;
        this.profile = profile;
        this.time = time;
        this.zone = zone;
        this.lines = lines;
    }

    /**
     * Scans.
     *
     * @param start first register, 0 to 65535
     * @param count at least 1
     * @param from said in the first line: port, speed, slave
     * @return whether every register was read
     */
    public boolean scan(Table table, int start, int count, String from) throws InterruptedException {
        if (start < 0 || count < 1 || start + count - 1 > LAST) {
            throw new IllegalArgumentException("registers " + start + " to " + (start + count - 1)
                    + " are not within 0 to " + LAST);
        }
        remark("dumping " + (table == Table.INPUT ? "input" : "hold") + ": " + from + " start=" + start + " count="
                + count + " chunk=" + CHUNK);
        noLine = Optional.empty();
        boolean whole = true;
        int end = start + count;
        for (int at = start; at < end;) {
            // Chunks end at multiples of their length, so that none crosses a group of the device's.
            int next = Math.min(end, (at / CHUNK + 1) * CHUNK);
            whole &= chunk(table, at, next - at);
            at = next;
        }
        return whole;
    }

    /** Why there was no line, when there was none for a part of the last scan. */
    public Optional<Message> noLine() {
        return noLine;
    }

    private boolean chunk(Table table, int at, int count) throws InterruptedException {
        String head = "addr=" + at + " qty=" + count + " ERROR ";
        switch (source.read(table, at, count)) {
            case Result.Words words -> {
                values(table, at, words.words());
                return true;
            }
            case Result.Refused refused -> remark(head + "(EXCEPTION " + refused.code() + ")");
            case Result.Nothing nothing -> remark(head + (nothing.garbled() ? "(GARBLED)" : "(TIMEOUT_OR_SHORT)"));
            case Result.NoLine none -> {
                noLine = Optional.of(none.why());
                remark(head + "(NO_LINE " + none.why().key() + ")");
            }
        }
        return false;
    }

    private void values(Table table, int at, List<Integer> words) {
        for (int i = 0; i < words.size(); i++) {
            int address = at + i;
            lines.accept(RegisterScan.line(address, secret(table, address) ? 0 : words.get(i)));
        }
    }

    private boolean secret(Table table, int address) {
        return profile.registers()
                .stream()
                .anyMatch(row -> row.type() == DataType.ASCII
                        && row.key().startsWith("serial_number") && row.table() == table && address >= row.address()
                        && address < row.address() + row.words());
    }

    private void remark(String words) {
        lines.accept(RegisterScan.remark(LocalDateTime.ofInstant(time.wall(), zone), words));
    }
}
