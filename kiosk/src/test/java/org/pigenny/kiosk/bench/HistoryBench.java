// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.pigenny.core.time.SystemTime;
import org.pigenny.kiosk.app.Screen;
import org.pigenny.kiosk.control.DragList;
import org.pigenny.kiosk.fake.FakeCore;
import org.pigenny.kiosk.fake.House;
import org.pigenny.kiosk.fake.Houses;
import org.pigenny.kiosk.frame.PageId;
import org.pigenny.kiosk.frame.Places;
import org.pigenny.kiosk.recorded.RecordedPast;
import org.pigenny.kiosk.theme.Theme;

/**
 * A year of real records on the screen: opening a day and a year, dragging the year, and scrolling through a million events, with the
 * longest pause of the screen's thread. Run {@link #main} with a folder and the days that are recorded into it when it is empty.
 */
public final class HistoryBench {
    private static final int ROUNDS = 21;
    private static final int FRAMES = 200;
    private static final int MILLION = 1_000_000;
    private static final double MS = 1e6;

    private final Screen screen;
    private final Scene scene;

    private HistoryBench(RecordedPast past) throws Exception {
        House house = Houses.idleByDay().screen("night", "en");
        house.wall = RecordedPast.END;
        FakeCore core = new FakeCore(house);
        core.remembers(past.history());
        screen = onScreen(() -> {
            Theme.loadFonts();
            return new Screen(core, new SystemTime(),
                    new Places(Path.of("target/none"), List.of(), Path.of("target/none"), Path.of("/")));
        });
        scene = onScreen(() -> {
            Scene made = screen.scene(800, 480);
            Stage stage = new Stage();
            stage.setScene(made);
            stage.show();
            return made;
        });
    }

    /** @param args folder of the past; days recorded into it when it holds none */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        RecordedPast.of(folder, Duration.ofDays(Long.parseLong(args[1]))).close();
        fill(folder.resolve("controller.db"));
        CompletableFuture<Boolean> up = new CompletableFuture<>();
        Platform.startup(() -> up.complete(true));
        up.get();
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
        open(PageId.TRENDS);
        for (String range : List.of("24h", "7d", "30d", "year")) {
            double[] millis = new double[ROUNDS];
            for (int i = 0; i < ROUNDS; i++) {
                fire("#range-6h");
                long begun = System.nanoTime();
                fire("#range-" + range);
                onScreen(() -> scene.snapshot(null));
                millis[i] = (System.nanoTime() - begun) / MS;
            }
            print("opening " + range + ", from the touch to a picture with its data", millis);
        }
    }

    private void dragging() throws Exception {
        fire("#range-year");
        Node chart = onScreen(() -> scene.lookup("#chart"));
        Pauses pauses = new Pauses();
        double[] millis = new double[FRAMES];
        onScreen(() -> mouse(chart, MouseEvent.MOUSE_PRESSED, 100));
        for (int i = 0; i < FRAMES; i++) {
            int x = 100 + i * 2;
            long begun = System.nanoTime();
            onScreen(() -> {
                mouse(chart, MouseEvent.MOUSE_DRAGGED, x);
                scene.getRoot().layout();
                return scene.snapshot(null);
            });
            millis[i] = (System.nanoTime() - begun) / MS;
        }
        onScreen(() -> mouse(chart, MouseEvent.MOUSE_RELEASED, 500));
        print("a frame while dragging a year (event, paint, whole picture)", millis);
        System.out.printf(Locale.ROOT, "longest pause of the screen's thread meanwhile: %.1f ms%n", pauses.end());
        screen.settle();
    }

    private void scrolling() throws Exception {
        open(PageId.LOG);
        DragList<?> list = (DragList<?>) onScreen(() -> scene.lookup("#log-list"));
        Pauses pauses = new Pauses();
        long begun = System.nanoTime();
        int before = -1;
        int pages = 0;
        while (list.size() != before) {
            before = list.size();
            onScreen(() -> {
                for (int twice = 0; twice < 2; twice++) {
                    list.scrollTo(1e9);
                    scene.getRoot().layout();
                }
                return true;
            });
            screen.settle();
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

    private void open(PageId page) throws Exception {
        onScreen(() -> {
            screen.open(page);
            return true;
        });
        settle();
    }

    private void fire(String key) throws Exception {
        onScreen(() -> {
            ((ToggleButton) scene.lookup(key)).fire();
            return true;
        });
        screen.settle();
    }

    private void settle() throws Exception {
        for (int i = 0; i < 3; i++) {
            screen.settle();
            onScreen(() -> {
                screen.tick();
                scene.getRoot().applyCss();
                scene.getRoot().layout();
                return true;
            });
        }
    }

    private static boolean mouse(Node node, EventType<MouseEvent> type, double x) {
        Event.fireEvent(node, new MouseEvent(type, x, 60, x, 60, MouseButton.PRIMARY, 1, false, false, false, false,
                true, false, false, false, false, false, null));
        return true;
    }

    private static void print(String name, double[] millis) {
        Arrays.sort(millis);
        System.out.printf(Locale.ROOT, "%s: median %.1f ms, 95 %% under %.1f ms, worst %.1f ms%n", name,
                millis[millis.length / 2], millis[(int) (millis.length * 0.95)], millis[millis.length - 1]);
    }

    private static <T> T onScreen(Callable<T> work) throws Exception {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(work.call());
            } catch (Exception e) {
                done.completeExceptionally(e);
            }
        });
        return done.get(60, TimeUnit.SECONDS);
    }
}
