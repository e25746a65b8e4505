// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AuditLogTest {
    private static final long MOST = 2000;
    private static final int ENTRIES = 200;

    @TempDir
    Path folder;

    private Path file;
    private AuditLog log;

    @BeforeEach
    void begin() {
        file = folder.resolve("audit.jsonl");
        log = new AuditLog(file, new LeapingTime(), MOST);
    }

    private void write(int count) {
        for (int i = 1; i <= count; i++) {
            log.write("tester", "start " + i, true, "");
            log.flush();
        }
    }

    @Test
    void whatever_is_asked_the_disk_holds_two_files_of_bounded_size() throws IOException {
        write(ENTRIES);
        long longest = Files.readAllLines(file).stream().mapToInt(line -> line.length() + 1).max().orElseThrow();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path each : files.toList()) {
                assertTrue(List.of("audit.jsonl", "audit.jsonl.1").contains(each.getFileName().toString()),
                        each::toString);
                assertTrue(Files.size(each) < MOST + longest, () -> each + " is too long");
            }
        }
        assertTrue(Files.size(folder.resolve("audit.jsonl.1")) >= MOST);
    }

    @Test
    void the_newest_entries_are_told_in_order_across_both_files() throws IOException {
        write(ENTRIES);
        int here = Files.readAllLines(file).size();
        List<Object> what = log.newest(here + 5)
                .stream()
                .map(entry -> (Object) String.valueOf(entry.get("what")))
                .toList();
        assertEquals(Stream.iterate(ENTRIES, i -> i - 1).limit(here + 5).map(i -> (Object) ("start " + i)).toList(),
                what);
    }

    @Test
    void a_new_process_goes_on_in_the_same_file() throws IOException {
        write(3);
        log = new AuditLog(file, new LeapingTime(), MOST);
        write(2);
        assertEquals(5, Files.readAllLines(file).size());
    }

    @Test
    void a_line_that_is_no_text_hides_none_of_the_others() throws IOException {
        write(2);
        Files.write(file, new byte[]{(byte) 0xC3, (byte) 0x28, '\n'}, StandardOpenOption.APPEND);
        write(1);
        assertEquals(3, log.newest(10).size());
    }
}
