// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.app;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.time.ManualTime;
import org.pigenny.kiosk.fake.FakeCore;
import org.pigenny.kiosk.fake.House;
import org.pigenny.kiosk.frame.Places;

/** One view of one house in a scene of its own, without a stage, with everything that it asked for in it. */
public final class Exhibit implements AutoCloseable {
    private static final int ROUNDS = 3;
    private static final Duration HOLD = Duration.ofMillis(1600);

    private final ManualTime time = new ManualTime(House.EVENING);
    private final FakeCore core;
    private final Desk desk;
    private final Scene scene;

    private Exhibit(House house, Places places, int width, int height) throws Exception {
        core = new FakeCore(house);
        desk = onScreen(() -> new Desk(core, time, places, house.demo));
        scene = onScreen(() -> desk.scene(width, height));
    }

    /** Null when the view does not exist for this house: what would be touched is not there. */
    public static @Nullable Exhibit of(View view, House house, Places places, int width, int height) throws Exception {
        Exhibit made = new Exhibit(house, places, width, height);
        if (made.show(view, house)) {
            return made;
        }
        made.close();
        return null;
    }

    private boolean show(View view, House house) throws Exception {
        onScreen(() -> {
            desk.open(view.page());
            return true;
        });
        settle();
        for (String touch : view.touches()) {
            boolean hold = touch.startsWith("hold ");
            if (!touch(hold ? touch.substring("hold ".length()) : touch, hold)) {
                return false;
            }
            settle();
        }
        if (house.silence.isPositive()) {
            time.advance(house.silence);
            settle();
        }
        return true;
    }

    public Scene scene() {
        return scene;
    }

    /** A page asks when it is laid out, too: again finds the answer to that. */
    private void settle() throws Exception {
        for (int i = 0; i < ROUNDS; i++) {
            desk.settle();
            onScreen(() -> {
                desk.tick();
                scene.getRoot().applyCss();
                scene.getRoot().layout();
                return true;
            });
        }
    }

    private boolean touch(String selector, boolean hold) throws Exception {
        Node node = onScreen(() -> scene.lookup(selector));
        if (node == null || !there(node)) {
            return false;
        }
        if (node instanceof ToggleButton toggle) {
            onScreen(() -> {
                toggle.fire();
                return true;
            });
            return true;
        }
        onScreen(() -> send(node, MouseEvent.MOUSE_PRESSED));
        if (hold) {
            time.advance(HOLD);
            core.speak();
            // The ring of a held key fills with the pulses of the toolkit.
            for (int i = 0; i < 500 && onScreen(() -> node.getScene() != null); i++) {
                onScreen(() -> nextPulse());
            }
        } else {
            onScreen(() -> send(node, MouseEvent.MOUSE_RELEASED));
        }
        return true;
    }

    private static boolean nextPulse() {
        Platform.requestNextPulse();
        return true;
    }

    private static boolean send(Node node, EventType<MouseEvent> type) {
        Bounds at = node.localToScene(node.getLayoutBounds());
        Event.fireEvent(node, new MouseEvent(type, at.getCenterX(), at.getCenterY(), at.getCenterX(), at.getCenterY(),
                MouseButton.PRIMARY, 1, false, false, false, false, true, false, false, false, false, false, null));
        return true;
    }

    private static boolean there(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** Runs on the screen's thread and waits for it. */
    public static <T> T onScreen(Callable<T> work) throws Exception {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(work.call());
            } catch (Exception e) {
                done.completeExceptionally(e);
            }
        });
        return done.get(30, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        desk.close();
    }
}
