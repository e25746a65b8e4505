// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.pigenny.core.json.Json;
import org.pigenny.core.model.EnginePhase;
import org.pigenny.core.model.GeneratorState;
import org.pigenny.core.model.Origin;

/** Hours of faults in a whole core; at the end every invariant is checked and the generator still does its work. */
final class DayOfFaultsTest {
    private static final double SPEED = 180;
    private static final int MOST_THREADS_MORE = 12;
    private static final double MOST_MEGABYTES_MORE = 40;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path home;

    @Test
    void a_fault_leaves_every_invariant_whole() throws Exception {
        day(5, 0.15, 1);
    }

    /** {@code -Dtest.jvm="-Dpigenny.soak.hours=2 -Dpigenny.soak.seed=3"} makes it shorter or another one. */
    @Tag("soak")
    @Test
    void a_day_of_faults_leaves_every_invariant_whole() throws Exception {
        day(Long.getLong("pigenny.soak.seed", 1), Double.parseDouble(System.getProperty("pigenny.soak.hours", "24")),
                Integer.MAX_VALUE);
    }

    private void day(long seed, double hours, int faults) throws Exception {
        try (DayOfFaults day = new DayOfFaults(home, SPEED, seed)) {
            healthy(day);
            double begun = day.hours();
            int threads = DayWatch.threads();
            double heap = DayWatch.heapMegabytes();
            for (int i = 0; day.hours() - begun < hours; i++) {
                day.live(0.1);
                if (i < faults) {
                    day.fault();
                }
            }
            day.mend();
            healthy(day);
            invariants(day);
            works(day);
            String figures = String.format(Locale.ROOT,
                    "seed %d, %.1f h, %d faults, %d ticks (%s), %d starts, %d runs, threads %d -> %d, heap %.1f -> %.1f MB",
                    seed, day.hours() - begun, day.done.size(), day.watch.ticks.get(), latency(day.watch),
                    day.watch.starts.get(), day.watch.runs.get(), threads, DayWatch.threads(), heap,
                    DayWatch.heapMegabytes());
            day.log(Path.of("target/day-of-faults.txt"), figures + "\n  " + String.join("\n  ", day.done));
            assertTrue(DayWatch.threads() <= threads + MOST_THREADS_MORE, figures);
            assertTrue(DayWatch.heapMegabytes() <= heap + MOST_MEGABYTES_MORE, figures);
        }
        files();
    }

    private static void healthy(DayOfFaults day) {
        CoreBench.await(() -> day.core.snapshot().services().stream().filter(CoreBench::healthy).count() == 5,
                () -> day.core.snapshot().services() + " after " + day.done, Duration.ofMinutes(2));
    }

    private static void invariants(DayOfFaults day) throws IOException, InterruptedException {
        assertEquals(List.of(), day.watch.violations, () -> String.join("\n", day.done));
        for (String service : DayOfFaults.SERVICES) {
            try (HttpClient client = HttpClient.newHttpClient()) {
                HttpResponse<String> answer = client.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + day.port(service) + "/health")).build(),
                        HttpResponse.BodyHandlers.ofString());
                assertEquals(200, answer.statusCode(), answer.body());
            }
        }
        assertTrue(day.core.settings().versions().size() <= 5);
        assertTrue(day.watch.ticks.get() > 0 && latency(day.watch).contains("p99.9"));
    }

    /** After all that, the battery asks for the generator, and the generator comes and goes. */
    private static void works(DayOfFaults day) {
        int above = (int) Math.min(95, day.soc() + 5);
        change(day, Map.of("generator.soc.start", String.valueOf(above), "generator.soc.stop", "99",
                "generator.max_run_s", "0", "generator.min_rest_s", "0"));
        CoreBench.await(
                () -> day.core.snapshot().control().state() == GeneratorState.RUNNING
                        && phase(day) == EnginePhase.LOADED,
                () -> "a running generator, but " + Words.english(day.core.snapshot().control().why().sentence())
                        + " " + day.core.snapshot().engine(),
                Duration.ofMinutes(2));
        change(day, Map.of("generator.soc.start", "2", "generator.soc.stop", "3"));
        CoreBench.await(() -> phase(day) == EnginePhase.OFF, () -> "an engine that is off, but "
                + day.core.snapshot().engine() + Words.english(day.core.snapshot().control().why().sentence()),
                Duration.ofMinutes(2));
    }

    private static EnginePhase phase(DayOfFaults day) {
        return day.core.snapshot().engine().map(engine -> engine.phase()).orElse(EnginePhase.UNKNOWN);
    }

    private static void change(DayOfFaults day, Map<String, String> settings) {
        String answer = Words.english(day.core.settings().change(settings, new Origin("tester")));
        assertTrue(day.core.settings()
                .entries()
                .stream()
                .anyMatch(entry -> entry.key().equals("generator.soc.start")
                        && entry.value().equals(settings.get("generator.soc.start"))),
                answer);
    }

    private static String latency(DayWatch watch) {
        List<Long> sorted = new ArrayList<>(watch.tickMicros);
        sorted.sort(null);
        return sorted.isEmpty()
                ? "none"
                : String.format(Locale.ROOT, "median %d us, p99.9 %d us, worst %d us", sorted.get(sorted.size() / 2),
                        sorted.get((int) (sorted.size() * 0.999)), sorted.getLast());
    }

    /** What a night without power would leave to the next day. */
    private void files() throws IOException, SQLException {
        for (String folder : List.of("state", "data/state", "data/settings")) {
            try (Stream<Path> files = Files.list(home.resolve(folder))) {
                for (Path file : files.filter(path -> path.toString().endsWith(".json")).toList()) {
                    boolean good = Json.readObject(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1))
                            .isPresent();
                    assertTrue(good || folder.equals("data/settings"), file + " is no JSON");
                }
            }
        }
        for (String line : Files.readAllLines(home.resolve("data/audit.jsonl"))) {
            assertTrue(Json.readObject(line).isPresent(), line);
        }
        Path database = home.resolve("data/controller.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("PRAGMA integrity_check")) {
            assertEquals("ok", answer.getString(1));
        }
    }
}
