// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.recorded;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.pigenny.core.time.ManualTime;
import org.pigenny.kiosk.app.FxThread;
import org.pigenny.kiosk.app.Screen;
import org.pigenny.kiosk.fake.FakeCore;
import org.pigenny.kiosk.fake.House;
import org.pigenny.kiosk.fake.Houses;
import org.pigenny.kiosk.frame.PageId;
import org.pigenny.kiosk.frame.Places;

/** Pictures of Trends and Log on a past that really was recorded, at three sizes, in both themes and languages. */
public final class RecordedPictures {
    private record Look(int width, int height, String theme, String language) {}

    private static final List<Look> LOOKS = List.of(new Look(800, 480, "night", "en"), new Look(800, 480, "day", "de"),
            new Look(1280, 720, "day", "en"), new Look(1280, 720, "night", "de"), new Look(720, 1280, "night", "de"),
            new Look(720, 1280, "day", "en"));
    private static final List<String> RANGES = List.of("6h", "24h", "7d", "30d", "year");

    private RecordedPictures() {}

    /** @param args folder of the pictures; folder of the past, made when it holds none; days of it */
    public static void main(String[] args) throws Exception {
        FxThread.start();
        try (RecordedPast past = RecordedPast.of(Path.of(args[1]), Duration.ofDays(Long.parseLong(args[2])))) {
            for (Look look : LOOKS) {
                draw(past, look, Path.of(args[0]));
            }
        } finally {
            Platform.exit();
        }
    }

    private static void draw(RecordedPast past, Look look, Path folder) throws Exception {
        House house = Houses.idleByDay().screen(look.theme(), look.language());
        house.wall = RecordedPast.END;
        FakeCore core = new FakeCore(house);
        core.remembers(past.history());
        Scene[] scene = new Scene[1];
        Screen made = FxThread.call(() -> {
            Screen fresh = new Screen(core, new ManualTime(RecordedPast.END),
                    new Places(Path.of("target/none"), List.of(), Path.of("target/none"), Path.of("/")));
            scene[0] = fresh.scene(look.width(), look.height());
            return fresh;
        });
        String end = "-" + look.width() + "x" + look.height() + "-" + look.theme() + "-" + look.language() + ".png";
        try (Screen screen = made) {
            open(screen, PageId.TRENDS, scene[0]);
            for (String range : RANGES) {
                fire(screen, scene[0], "#range-" + range);
                tap(screen, scene[0]);
                write(scene[0], folder.resolve("trends-" + range + end));
            }
            open(screen, PageId.LOG, scene[0]);
            write(scene[0], folder.resolve("log-events" + end));
            fire(screen, scene[0], "#log-runs");
            write(scene[0], folder.resolve("log-runs" + end));
        }
    }

    private static void open(Screen screen, PageId page, Scene scene) throws Exception {
        FxThread.run(() -> screen.open(page));
        settle(screen, scene);
    }

    private static void fire(Screen screen, Scene scene, String key) throws Exception {
        FxThread.run(() -> ((ToggleButton) scene.lookup(key)).fire());
        settle(screen, scene);
    }

    private static void tap(Screen screen, Scene scene) throws Exception {
        FxThread.run(() -> {
            Node chart = scene.lookup("#chart");
            double x = chart.getLayoutBounds().getWidth() * 0.62;
            for (EventType<MouseEvent> type : List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED)) {
                Event.fireEvent(chart, new MouseEvent(type, x, 50, x, 50, MouseButton.PRIMARY, 1, false, false, false,
                        false, true, false, false, false, false, false, null));
            }
        });
        settle(screen, scene);
    }

    private static void settle(Screen screen, Scene scene) throws Exception {
        for (int i = 0; i < 4; i++) {
            screen.settle();
            FxThread.run(() -> {
                screen.tick();
                scene.getRoot().applyCss();
                scene.getRoot().layout();
            });
        }
    }

    private static void write(Scene scene, Path file) throws Exception {
        BufferedImage image = FxThread.call(() -> Screen.picture(scene));
        Screen.write(image, file);
    }
}
