// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import org.pigenny.kiosk.app.FxThread;
import org.pigenny.kiosk.control.DragList;
import org.pigenny.kiosk.fake.FakeCore;
import org.pigenny.kiosk.fake.House;
import org.pigenny.kiosk.fake.Houses;
import org.pigenny.kiosk.frame.PageId;
import org.pigenny.kiosk.recorded.RecordedPast;

/**
 * A year of real records on the screen: opening a day and a year, dragging the year, and scrolling through a million events, with the
 * longest pause of the screen's thread. Run {@link #main} with a folder and the days that are recorded into it when it is empty.
 */
public final class HistoryBench {
    private static final int ROUNDS = 21;
    private static final int FRAMES = 200;
    private static final int MILLION = 1_000_000;
    private static final double MS = 1e6;

    private final BenchScreen on;

    private HistoryBench(RecordedPast past) throws Exception {
        House house = Houses.idleByDay().screen("night", "en");
        house.wall = RecordedPast.END;
        FakeCore core = new FakeCore(house);
        core.remembers(past.history());
        on = FxThread.call(() -> BenchScreen.show(core));
    }

    /** @param args folder of the past; days recorded into it when it holds none */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        RecordedPast.of(folder, Duration.ofDays(Long.parseLong(args[1]))).close();
        fill(folder.resolve("controller.db"));
        FxThread.start();
        try (RecordedPast past = RecordedPast.of(folder, Duration.ofDays(1))) {
            System.out.printf(Locale.ROOT, "database: %d MB%n", Files.size(folder.resolve("controller.db")) >> 20);
            HistoryBench bench = new HistoryBench(past);
            bench.opening();
            bench.dragging();
            bench.scrolling();
        }
        System.out.flush();
        Runtime.getRuntime().halt(0);
    }

    /** Makes the recorded events up to a million. */
    private static void fill(Path database) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("PRAGMA synchronous = OFF");
            statement
                    .executeUpdate("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + MILLION
                            + ") INSERT OR IGNORE INTO events (at, kind, severity, origin, text) SELECT "
                            + RecordedPast.END.toEpochMilli() * 1000 + " - i * 31000000, 'ENGINE', 0, 'core',"
                            + " '{\"key\":\"Event \",\"args\":[{\"int\":' || i || '}]}' FROM n WHERE i > "
                            + "(SELECT count(*) FROM events)");
        }
    }

    private void opening() throws Exception {
        on.open(PageId.TRENDS);
        on.settle();
        for (String range : List.of("24h", "7d", "30d", "year")) {
            double[] millis = new double[ROUNDS];
            for (int i = 0; i < ROUNDS; i++) {
                on.fire("#range-6h");
                long begun = System.nanoTime();
                on.fire("#range-" + range);
                FxThread.call(() -> on.scene().snapshot(null));
                millis[i] = (System.nanoTime() - begun) / MS;
            }
            Stopwatch.print("opening " + range + ", from the touch to a picture with its data", millis);
        }
    }

    private void dragging() throws Exception {
        on.fire("#range-year");
        Node chart = on.find("#chart");
        Pauses pauses = new Pauses();
        double[] millis = new double[FRAMES];
        FxThread.run(() -> BenchScreen.mouse(chart, MouseEvent.MOUSE_PRESSED, 100, 60));
        for (int i = 0; i < FRAMES; i++) {
            int x = 100 + i * 2;
            long begun = System.nanoTime();
            FxThread.call(() -> {
                BenchScreen.mouse(chart, MouseEvent.MOUSE_DRAGGED, x, 60);
                on.scene().getRoot().layout();
                return on.scene().snapshot(null);
            });
            millis[i] = (System.nanoTime() - begun) / MS;
        }
        FxThread.run(() -> BenchScreen.mouse(chart, MouseEvent.MOUSE_RELEASED, 500, 60));
        Stopwatch.print("a frame while dragging a year (event, paint, whole picture)", millis);
        System.out.printf(Locale.ROOT, "longest pause of the screen's thread meanwhile: %.1f ms%n", pauses.end());
        on.screen().settle();
    }

    private void scrolling() throws Exception {
        on.open(PageId.LOG);
        on.settle();
        DragList<?> list = (DragList<?>) on.find("#log-list");
        Pauses pauses = new Pauses();
        long begun = System.nanoTime();
        int before = -1;
        int pages = 0;
        while (list.size() != before) {
            before = list.size();
            FxThread.run(() -> {
                for (int twice = 0; twice < 2; twice++) {
                    list.scrollTo(1e9);
                    on.scene().getRoot().layout();
                }
            });
            on.screen().settle();
            pages++;
        }
        double seconds = (System.nanoTime() - begun) / MS / 1000;
        System.out.printf(Locale.ROOT, "scrolled through %d events in %d steps, %.1f s, %.1f ms a page%n", list.size(),
                pages, seconds, seconds * 1000 / pages);
        System.out.printf(Locale.ROOT, "longest pause of the screen's thread meanwhile: %.1f ms%n", pauses.end());
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(Locale.ROOT, "heap afterwards: %d MB%n",
                (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }

    /** Asks the screen's thread for a sign of life as soon as it has given the last one. */
    private static final class Pauses {
        private final AtomicLong longest = new AtomicLong();
        private final AtomicBoolean over = new AtomicBoolean();

        Pauses() {
            ask();
        }

        private void ask() {
            long asked = System.nanoTime();
            Platform.runLater(() -> {
                longest.accumulateAndGet(System.nanoTime() - asked, Math::max);
                if (!over.get()) {
                    CompletableFuture.delayedExecutor(1, TimeUnit.MILLISECONDS).execute(this::ask);
                }
            });
        }

        double end() {
            over.set(true);
            return longest.get() / MS;
        }
    }
}
