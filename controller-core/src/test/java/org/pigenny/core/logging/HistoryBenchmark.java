// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.pigenny.core.api.EventFilter;
import org.pigenny.core.api.History;
import org.pigenny.core.model.EnginePhase;
import org.pigenny.core.model.Event;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Quantity;
import org.pigenny.core.model.Severity;
import org.pigenny.core.model.settings.LoggingSettings;
import org.pigenny.core.time.ManualTime;

/**
 * The figures of docs/benchmarks-records.md: a year of history in one real database, asked as the screen asks; and what an hour of
 * ordinary life writes. Run {@link #main} with a folder; not a test.
 */
public final class HistoryBenchmark {
    static final Instant END = Instant.parse("2026-11-01T00:00:00Z");
    private static final int ROUNDS = 41;

    private HistoryBenchmark() {}

    /** @param args a folder for the database, kept for the next time */
    public static void main(String[] args) throws Exception {
        Path database = Path.of(args[0]).resolve("year.db");
        try (Records records = records(database, END)) {
            records.cycle();
        }
        if (Files.size(database) < 10L << 20) {
            YearOfHistory.fill(database, END, 1_000_000);
        }
        System.out.printf(Locale.ROOT, "database: %d MB%n", Files.size(database) >> 20);
        try (Records records = records(database, END)) {
            records.cycle();
            ask(records.history());
        }
        writes(Path.of(args[0]));
    }

    static Records records(Path database, Instant now) {
        return new Records(database,
                new LoggingSettings(database.resolveSibling("csv").toString(), Duration.ofHours(1), 7),
                new ManualTime(now));
    }

    private static void ask(History history) {
        for (int days : new int[]{1, 7, 30, 365}) {
            Instant from = END.minus(Duration.ofDays(days));
            time(days + " days of SOC, 1000 points", () -> history.series(Quantity.SOC, from, END, 1000).size());
        }
        time("5 charts of a year, 1000 points each", () -> List
                .of(Quantity.SOC, Quantity.BATTERY_VOLTAGE, Quantity.PV_POWER, Quantity.LOAD_POWER,
                        Quantity.CHARGE_POWER)
                .stream()
                .mapToInt(each -> history.series(each, END.minus(Duration.ofDays(365)), END, 1000).size())
                .sum());
        time("first page of events", () -> history.events(Instant.MAX, 100, EventFilter.ALL).size());
        Instant deep = history.events(END.minus(Duration.ofDays(364)), 1, EventFilter.ALL).getFirst().at();
        time("a page a million events deep", () -> history.events(deep, 100, EventFilter.ALL).size());
        time("a page of critical events, 1 in 10000",
                () -> history.events(Instant.MAX, 100, new EventFilter(Set.of(), Severity.CRITICAL)).size());
        time("a page of two kinds, 1 in 500", () -> history.events(Instant.MAX, 100,
                new EventFilter(Set.of(Event.Kind.OPERATOR, Event.Kind.SETTINGS), Severity.INFO)).size());
        time("values and why of a moment", () -> history.moment(END.minus(Duration.ofDays(200))).isPresent() ? 1 : 0);
    }

    private static void time(String what, Supplier<Integer> question) {
        double[] millis = new double[ROUNDS];
        int found = 0;
        for (int i = 0; i < ROUNDS; i++) {
            long begun = System.nanoTime();
            found = question.get();
            millis[i] = (System.nanoTime() - begun) / 1e6;
        }
        double first = millis[0];
        Arrays.sort(millis);
        System.out.printf(Locale.ROOT, "%-45s first %7.1f ms  median %7.1f ms  worst %7.1f ms  (%d)%n", what, first,
                millis[ROUNDS / 2], millis[ROUNDS - 1], found);
    }

    /** An hour of polls every 30 s and snapshots every second: transactions, and bytes that reach the file system. */
    private static void writes(Path folder) throws IOException, InterruptedException, SQLException {
        Path database = folder.resolve("hour-" + System.nanoTime() + ".db");
        Plant plant = new Plant(END);
        long before;
        long commits;
        try (Records records = new Records(database,
                new LoggingSettings(folder.resolve("hour-csv").toString(), Duration.ofSeconds(600), 7), plant.time)) {
            hour(plant, records);
            before = bytesWritten();
            commits = commits(records);
            hour(plant, records);
            System.out.printf(Locale.ROOT, "an hour of ordinary life: %d transactions, %d kB written to disk%n",
                    commits(records) - commits, (bytesWritten() - before) >> 10);
        }
    }

    private static long commits(Records records) {
        return Long.parseLong(String.valueOf(records.stats().debug().get("diagnostics"))
                .replaceFirst(".*commits=(\\d+).*", "$1"));
    }

    private static void hour(Plant plant, Records records) throws InterruptedException {
        for (int second = 0; second < 3600; second++) {
            if (second % 30 == 0) {
                for (Quantity quantity : Quantity.values()) {
                    plant.reads(quantity, 50 + second % 70);
                }
            }
            if (second % 300 == 0) {
                records.record(
                        new Event(plant.time.wall(), Event.Kind.SYSTEM, Severity.INFO, Message.of("test.event", second),
                                Optional.empty(), Origin.CORE));
            }
            plant.engine(EnginePhase.OFF, false, 0, 0, Duration.ZERO);
            records.accept(plant.snapshot());
            records.cycle();
            plant.passes(Duration.ofSeconds(1));
        }
    }

    /** What this process has had the kernel write; Linux. */
    private static long bytesWritten() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/io"))
                .stream()
                .filter(line -> line.startsWith("wchar"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }
}
