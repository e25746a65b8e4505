// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pigenny.core.api.EventFilter;
import org.pigenny.core.model.Event;
import org.pigenny.core.model.settings.LoggingSettings;
import org.pigenny.core.time.ManualTime;

class KillTest {
    private static final int ROUNDS = 3;

    @TempDir
    Path folder;

    @Test
    void whatWasReportedWrittenIsThereAfterKillMinusNine() throws Exception {
        int written = -1;
        for (int round = 1; round <= ROUNDS; round++) {
            written = killedAfter(written + 1, written + 50 * round);
            assertEquals("ok", integrity());
            assertTrue(stored().containsAll(range(written)), "an event that was on disk is gone");
        }
        List<Path> csv;
        try (var files = Files.list(folder.resolve("csv"))) {
            csv = files.toList();
        }
        for (Path file : csv) {
            String text = Files.readString(file);
            assertTrue(text.startsWith("timestamp,") && text.endsWith("\n"), file + " is not whole");
            assertEquals(1, text.lines().filter(line -> line.startsWith("timestamp")).count());
        }
        assertTrue(!csv.isEmpty());
    }

    /** Lets a child write until it has reported the given event, then kills it; answers the last one that it reported. */
    private int killedAfter(int first, int last) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                WritesUntilKilled.class.getName(), folder.toString(), Integer.toString(first))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int reported = -1;
        try (BufferedReader lines = child.inputReader()) {
            while (reported < last) {
                String line = lines.readLine();
                assertTrue(line != null, "the child ended by itself");
                reported = line.matches("\\d+") ? Integer.parseInt(line) : reported;
            }
            child.destroyForcibly();
            assertTrue(child.waitFor(30, TimeUnit.SECONDS));
        } finally {
            child.destroyForcibly();
        }
        assertEquals(128 + 9, child.exitValue());
        return reported;
    }

    private Set<Integer> stored() throws InterruptedException {
        Set<Integer> numbers = new HashSet<>();
        try (Records records = new Records(folder.resolve("controller.db"),
                new LoggingSettings(folder.resolve("csv").toString(), Duration.ofSeconds(1), 7),
                new ManualTime(Instant.parse("2026-03-01T10:00:00Z")))) {
            records.cycle();
            Instant before = Instant.MAX;
            List<Event> page;
            do {
                page = records.history().events(before, 1000, EventFilter.ALL);
                page.forEach(event -> numbers.add((Integer) event.text().args().getFirst()));
                before = page.isEmpty() ? before : page.getLast().at();
            } while (!page.isEmpty());
        }
        return numbers;
    }

    private static Set<Integer> range(int last) {
        Set<Integer> all = new HashSet<>();
        for (int i = 0; i <= last; i++) {
            all.add(i);
        }
        return all;
    }

    private String integrity() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("controller.db"));
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("PRAGMA integrity_check")) {
            answer.next();
            return answer.getString(1);
        }
    }
}
