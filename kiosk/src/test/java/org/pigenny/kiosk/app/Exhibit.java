// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.app;

import java.time.Duration;
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
import org.pigenny.kiosk.fake.FakeBackups;
import org.pigenny.kiosk.fake.FakeCore;
import org.pigenny.kiosk.fake.FakeSteps;
import org.pigenny.kiosk.fake.House;
import org.pigenny.kiosk.frame.Places;

/** One view of one house in a scene of its own, without a stage, with everything that it asked for in it. */
public final class Exhibit implements AutoCloseable {
    private static final int ROUNDS = 3;
    private static final int STEPS_DONE = 2;
    /** More than a ring needs to see that its time is over. */
    private static final int PULSES = 30;
    private static final Duration HOLD = Duration.ofMillis(1600);

    private final ManualTime time = new ManualTime(House.EVENING);
    private final FakeCore core;
    private final Desk desk;
    private final Scene scene;

    private Exhibit(House house, Places places, int width, int height) throws Exception {
        core = new FakeCore(house).care(house.uncommissioned ? new FakeSteps(STEPS_DONE) : null, new FakeBackups());
        desk = FxThread.call(() -> new Desk(core, time, places, house.demo));
        scene = FxThread.call(() -> desk.scene(width, height));
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
        FxThread.run(() -> desk.open(view.page()));
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
            FxThread.run(() -> {
                desk.tick();
                scene.getRoot().applyCss();
                scene.getRoot().layout();
            });
        }
    }

    private boolean touch(String selector, boolean hold) throws Exception {
        Node node = FxThread.call(() -> scene.lookup(selector));
        if (node == null || !there(node)) {
            return false;
        }
        if (node instanceof ToggleButton toggle) {
            FxThread.run(toggle::fire);
            return true;
        }
        FxThread.run(() -> send(node, MouseEvent.MOUSE_PRESSED));
        if (hold) {
            time.advance(HOLD);
            core.speak();
            // The ring of a held key fills with the pulses of the toolkit.
            for (int i = 0; i < PULSES && FxThread.call(() -> node.getScene() != null); i++) {
                FxThread.pulse();
            }
        } else {
            FxThread.run(() -> send(node, MouseEvent.MOUSE_RELEASED));
        }
        return true;
    }

    private static void send(Node node, EventType<MouseEvent> type) {
        Bounds at = node.localToScene(node.getLayoutBounds());
        Event.fireEvent(node, new MouseEvent(type, at.getCenterX(), at.getCenterY(), at.getCenterX(), at.getCenterY(),
                MouseButton.PRIMARY, 1, false, false, false, false, true, false, false, false, false, false, null));
    }

    private static boolean there(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        desk.close();
    }
}
