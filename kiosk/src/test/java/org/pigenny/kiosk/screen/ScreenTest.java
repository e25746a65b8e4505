// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.screen;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.pigenny.core.api.Core;
import org.pigenny.core.time.ManualTime;
import org.pigenny.kiosk.app.Screen;
import org.pigenny.kiosk.control.DragPane;
import org.pigenny.kiosk.fake.FakeCore;
import org.pigenny.kiosk.fake.House;
import org.pigenny.kiosk.frame.PageId;
import org.pigenny.kiosk.frame.Places;
import org.pigenny.kiosk.theme.Theme;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** A whole screen on a stage in memory, time in the test's hands, a robot for the finger. */
abstract class ScreenTest {
    final FxRobot robot = new FxRobot();
    final ManualTime time = new ManualTime(Instant.EPOCH);
    @TempDir
    Path folder = Path.of("");
    private @Nullable Screen screen;
    private @Nullable Stage stage;

    @BeforeAll
    static void toolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        WaitForAsyncUtils.waitForAsyncFx(10_000, Theme::loadFonts);
    }

    FakeCore show(House house) throws Exception {
        return show(house, PageId.HOME, 800, 480, Theme.NIGHT);
    }

    FakeCore show(House house, PageId page, int width, int height, Theme theme) throws Exception {
        FakeCore core = new FakeCore(house.screen(theme.name().toLowerCase(Locale.ROOT), "en"));
        show(core, page, width, height);
        return core;
    }

    void show(Core core, PageId page, int width, int height) throws Exception {
        Stage primary = FxToolkit.registerPrimaryStage();
        stage = primary;
        screen = WaitForAsyncUtils.asyncFx(() -> {
            Screen made = new Screen(core, time, places());
            primary.setScene(made.scene(width, height));
            primary.setX(0);
            primary.setY(0);
            primary.show();
            made.open(page);
            return made;
        }).get(20, TimeUnit.SECONDS);
        settle();
    }

    /** Where the screen writes in a test: nowhere near this machine's own files. */
    Places places() {
        return new Places(folder.resolve("own"), List.of(folder.resolve("media")), folder.resolve("backlight"), folder);
    }

    @AfterEach
    void close() throws Exception {
        if (screen != null) {
            screen.close();
            screen = null;
        }
        if (stage != null) {
            Stage shown = stage;
            WaitForAsyncUtils.asyncFx(shown::hide).get(20, TimeUnit.SECONDS);
        }
    }

    Screen screen() {
        if (screen == null) {
            throw new IllegalStateException("nothing is shown");
        }
        return screen;
    }

    /** Lets every answer arrive, and draws anew. */
    void settle() throws Exception {
        screen().settle();
        WaitForAsyncUtils.asyncFx(screen()::tick).get(20, TimeUnit.SECONDS);
        WaitForAsyncUtils.waitForFxEvents();
    }

    void pass(Duration span) throws Exception {
        time.advance(span);
        settle();
    }

    Node find(String query) {
        return robot.lookup(query).query();
    }

    boolean visible(String query) {
        return robot.lookup(query).queryAll().stream().anyMatch(ScreenTest::shown);
    }

    static boolean shown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    String text(String query) {
        return find(query) instanceof Labeled labeled ? labeled.getText() : "";
    }

    /** One touch in the middle of what the query finds, through the whole way of an event: what lies above takes it. */
    void tap(String query) throws Exception {
        tap(seen(query));
    }

    void tap(Node node) throws Exception {
        Finger.press(node);
        Finger.release();
        settle();
    }

    void press(String query) throws Exception {
        Finger.press(seen(query));
    }

    void letGo() throws Exception {
        Finger.release();
        settle();
    }

    /** The first that a person could see. */
    Node seen(String query) {
        return robot.lookup(query)
                .queryAll()
                .stream()
                .filter(ScreenTest::shown)
                .findFirst()
                .orElseThrow(() -> new AssertionError(query + " is not on the screen"));
    }

    /** Drags the pane that holds the node until the node's middle is inside, then taps it. */
    void reach(String query) throws Exception {
        scrollTo(query);
        tap(query);
    }

    /** Drags the pane that holds the node, slowly enough not to fling it, until the whole node is inside. */
    void scrollTo(String query) throws Exception {
        Node node = seen(query);
        Node pane = node;
        while (!(pane instanceof DragPane)) {
            pane = pane.getParent();
        }
        for (int i = 0; i < 400; i++) {
            Bounds window = pane.localToScreen(pane.getLayoutBounds());
            Bounds at = node.localToScreen(node.getLayoutBounds());
            if (at.getMaxY() <= window.getMaxY() && at.getMinY() >= window.getMinY()) {
                return;
            }
            boolean down = at.getMaxY() > window.getMaxY();
            Point2D from = new Point2D(window.getMinX() + 20, window.getCenterY());
            Finger.press(from);
            Finger.drag(from.add(0, down ? -14 : 14));
            Finger.drag(from.add(0, down ? -74 : 74));
            Finger.drag(from.add(0, down ? -75 : 75));
            Finger.release();
            settle();
        }
        throw new AssertionError(query + " cannot be reached by dragging");
    }

    /** Holds for as long as a hold takes. */
    void hold(String query) throws Exception {
        press(query);
        time.advance(Duration.ofMillis(1501));
        await(() -> robot.lookup(query).queryAll().stream().noneMatch(key -> key.getStyleClass().contains("pressed")));
        letGo();
    }

    static void await(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(15, TimeUnit.SECONDS, () -> condition.getAsBoolean());
    }
}
