// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pigenny.core.api.EventFilter;
import org.pigenny.core.api.History;
import org.pigenny.core.model.Event;
import org.pigenny.core.model.GeneratorState;
import org.pigenny.core.model.Quantity;
import org.pigenny.core.text.Phrases;
import org.pigenny.kiosk.control.DragList;
import org.pigenny.kiosk.fake.FakeCore;
import org.pigenny.kiosk.fake.House;
import org.pigenny.kiosk.fake.Houses;
import org.pigenny.kiosk.frame.PageId;
import org.pigenny.kiosk.recorded.RecordedPast;
import org.testfx.util.WaitForAsyncUtils;

/** Trends, Log and export on three days that the real controller decided and the real records kept. */
class RecordedPastTest extends ScreenTest {
    private static final Duration LENGTH = Duration.ofDays(3);
    private static final Phrases ENGLISH = new Phrases(Locale.ENGLISH, RecordedPast.ZONE);

    @TempDir
    static Path database = Path.of("");
    private static final AtomicReference<RecordedPast> PAST = new AtomicReference<>();

    @BeforeAll
    static void record() throws InterruptedException {
        PAST.set(RecordedPast.of(database, LENGTH));
    }

    @AfterAll
    static void close_the_records() {
        past().close();
    }

    private static RecordedPast past() {
        return Objects.requireNonNull(PAST.get());
    }

    private static History history() {
        return past().history();
    }

    private void show(PageId page) throws Exception {
        House house = Houses.idleByDay().screen("night", "en");
        house.wall = RecordedPast.END;
        FakeCore core = new FakeCore(house);
        core.remembers(history());
        show(core, page, 800, 480);
        settle();
    }

    private static List<Event> everything() {
        List<Event> all = new ArrayList<>();
        List<Event> page = history().events(Instant.MAX, 1000, EventFilter.ALL);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = history().events(page.getLast().at(), 1000, EventFilter.ALL);
        }
        return all;
    }

    @Test
    void a_tapped_moment_says_its_recorded_values_and_the_why_of_that_moment() throws Exception {
        show(PageId.TRENDS);
        tap("#chart");
        Instant middle = RecordedPast.END.minus(Duration.ofHours(12));
        History.Moment recorded = history().moment(middle).orElseThrow();
        String soc = "SOC " + Math.round(recorded.values().getOrDefault(Quantity.SOC, -1.0)) + " %";
        assertTrue(text("#reading-values").startsWith(soc), text("#reading-values") + " instead of " + soc);
        String why = ENGLISH.say(recorded.why().orElseThrow().sentence());
        assertTrue(why.contains("SOC"), why);
        assertTrue(why.startsWith(text("#reading-why")), text("#reading-why") + " instead of " + why);
        String state = recorded.state() == GeneratorState.RUNNING ? "Running, auto, SOC" : "Off";
        assertEquals("Wed 14 Jan 2026, 09:14 • " + state, text("#reading-title"));
    }

    @Test
    void a_tapped_moment_of_a_year_is_no_mean_of_a_day() throws Exception {
        show(PageId.TRENDS);
        tap("#range-year");
        History.Run run = history().runs(RecordedPast.END.minus(LENGTH), RecordedPast.END)
                .stream()
                .filter(each -> each.stopped().isPresent())
                .findFirst()
                .orElseThrow();
        var chart = find("#chart");
        double width = chart.getLayoutBounds().getWidth();
        double plot = width - 2 * 52;
        Instant inside = run.loaded().orElseThrow().plus(Duration.ofMinutes(30));
        double share = 1 - Duration.between(inside, RecordedPast.END).toMillis() / (double) Duration.ofDays(365)
                .toMillis();
        robot.clickOn(robot.point(chart)
                .atPosition(javafx.geometry.Pos.TOP_LEFT)
                .atOffset(Math.rint(52 + share * plot), 60));
        settle();
        assertTrue(text("#reading-title").contains(" Jan 2026"), text("#reading-title"));
        assertTrue(text("#reading-values").contains("SOC "), text("#reading-values"));
    }

    @Test
    void a_moment_before_the_records_began_says_that_nothing_was_recorded() throws Exception {
        show(PageId.TRENDS);
        tap("#range-year");
        tap("#chart");
        assertEquals("nothing recorded here", text("#reading-values"));
        assertEquals("No decision is kept for this moment.", text("#reading-why"));
    }

    @Test
    void the_log_shows_every_recorded_event_down_to_the_first_and_back_up() throws Exception {
        show(PageId.LOG);
        DragList<?> list = (DragList<?>) find("#log-list");
        List<Event> all = everything();
        for (int i = 0; i < 20 && list.size() < all.size(); i++) {
            WaitForAsyncUtils.asyncFx(() -> list.scrollTo(1e9)).get();
            WaitForAsyncUtils.waitForFxEvents();
            settle();
        }
        assertEquals(all.size(), list.size());
        assertTrue(list.item(all.size() - 1).toString().contains(ENGLISH.say(all.getLast().text())));
        WaitForAsyncUtils.asyncFx(() -> list.scrollTo(0)).get();
        settle();
        assertTrue(list.item(0).toString().contains(ENGLISH.say(all.getFirst().text())));
    }

    @Test
    void a_filter_of_the_log_shows_what_the_records_find_for_it() throws Exception {
        show(PageId.LOG);
        tap("#log-generator");
        DragList<?> list = (DragList<?>) find("#log-list");
        long generator = everything().stream()
                .filter(event -> event.kind() == Event.Kind.GENERATOR || event.kind() == Event.Kind.ENGINE)
                .count();
        assertTrue(generator > 5, "only " + generator);
        assertEquals(Math.min(generator, 200), list.size());
    }

    @Test
    void the_recorded_runs_are_told_as_stories() throws Exception {
        show(PageId.LOG);
        tap("#log-runs");
        DragList<?> list = (DragList<?>) find("#log-list");
        assertEquals(history().runs(1000).size(), list.size());
        assertTrue(list.size() > 2);
        String story = list.item(1).toString();
        assertTrue(story.matches(".*\\d\\d:\\d\\d SOC 39 % → auto, SOC, fired after \\d+ s, charging proven after .*,"
                + " stopped \\d\\d:\\d\\d at (79|80) % .*kWh.*"), story);
    }

    private Path export(String stick) throws Exception {
        Path place = Files.createDirectories(folder.resolve("media").resolve(stick));
        tap("#log-export");
        robot.clickOn("#export-0");
        await(() -> visible("#toast"));
        settle();
        return place;
    }

    @Test
    void all_of_it_is_exported_and_complete() throws Exception {
        show(PageId.LOG);
        Path stick = export("STICK");
        assertTrue(text("#toast").startsWith("Written to "), text("#toast"));
        List<Path> folders;
        try (var inside = Files.list(stick)) {
            folders = inside.toList();
        }
        assertEquals(List.of(stick.resolve("pigenny-20260114-211400")), folders);
        List<String> events = Files.readAllLines(folders.getFirst().resolve("events.csv"));
        List<Event> all = everything();
        assertEquals(all.size() + 1, events.size());
        for (int i = 0; i < all.size(); i++) {
            assertTrue(events.get(i + 1).startsWith(all.get(i).at() + ","), events.get(i + 1));
        }
        List<String> runs = Files.readAllLines(folders.getFirst().resolve("runs.csv"));
        assertEquals(history().runs(1000).size() + 1, runs.size());
        assertTrue(runs.getLast().contains(",soc,"), runs.getLast());
        assertTrue(Files.readString(folders.getFirst().resolve("alarms.csv")).startsWith("raised,local_time,code,"));
        assertFalse(visible("#export-end"), "the panel is still open");
    }

    @Test
    void no_stick_is_said() throws Exception {
        show(PageId.LOG);
        tap("#log-export");
        assertEquals("No USB stick found. Plug one in, then tap Export again.", text("#export-words"));
    }

    @Test
    void a_full_stick_is_said_and_nothing_is_left_on_it() throws Exception {
        Path stick = mounted("FULL", "size=4k");
        try {
            show(PageId.LOG);
            export("FULL");
            assertEquals(stick + " is full. Nothing was left on it. Make room, or take another stick.",
                    text("#toast"));
            try (var inside = Files.list(stick)) {
                assertEquals(0, inside.count());
            }
        } finally {
            run("umount", "-l", stick.toString());
        }
    }

    @Test
    void a_write_protected_stick_is_offered_and_said_to_be_protected() throws Exception {
        Path stick = mounted("LOCKED", "ro");
        try {
            show(PageId.LOG);
            export("LOCKED");
            assertEquals(stick + " is write-protected. Take another stick, or move its switch.", text("#toast"));
        } finally {
            run("umount", "-l", stick.toString());
        }
    }

    /** A real small file system; needs the right to mount one. */
    private Path mounted(String name, String options) throws Exception {
        Path stick = Files.createDirectories(folder.resolve("media").resolve(name));
        assumeTrue(run("mount", "-t", "tmpfs", "-o", options, "tmpfs", stick.toString()) == 0, "no right to mount");
        return stick;
    }

    private static int run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertTrue(process.waitFor(20, TimeUnit.SECONDS));
        return process.exitValue();
    }
}
