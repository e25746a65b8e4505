// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging.csv;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * Daily files {@code data_YYYYMMDD.csv}. Each row opens, writes and closes the file, so that it may be copied, moved or deleted at
 * any time. A row is in the file whole or not at all: what a full disk or a cut of power left of one is taken away.
 */
public final class CsvLog {
    private final Path directory;

    public CsvLog(Path directory) {
        this.directory = directory;
    }

    public Path file(LocalDate day) {
        return directory.resolve("data_" + DateTimeFormatter.BASIC_ISO_DATE.format(day) + ".csv");
    }

    /** @throws IOException when the row could not be written; the file is then as it was */
    public void append(CsvRow row) throws IOException {
        Files.createDirectories(directory);
        try (FileChannel file = FileChannel.open(file(row.day()), StandardOpenOption.CREATE, StandardOpenOption.READ,
                StandardOpenOption.WRITE)) {
            long end = endOfLastLine(file);
            file.truncate(end);
            String text = (end == 0 ? CsvRow.HEADER + "\n" : "") + row.line() + "\n";
            try {
                write(file, end, text);
            } catch (IOException e) {
                file.truncate(end);
                throw e;
            }
        }
    }

    private static void write(FileChannel file, long at, String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
        long position = at;
        while (bytes.hasRemaining()) {
            position += file.write(bytes, position);
        }
    }

    private static long endOfLastLine(FileChannel file) throws IOException {
        ByteBuffer one = ByteBuffer.allocate(1);
        for (long end = file.size(); end > 0; end--) {
            one.clear();
            file.read(one, end - 1);
            if (one.get(0) == '\n') {
                return end;
            }
        }
        return 0;
    }
}
