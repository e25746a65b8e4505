// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.bench;

import java.nio.file.Path;
import java.util.List;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.pigenny.core.api.Core;
import org.pigenny.core.time.SystemTime;
import org.pigenny.kiosk.app.FxThread;
import org.pigenny.kiosk.app.Screen;
import org.pigenny.kiosk.frame.PageId;
import org.pigenny.kiosk.frame.Places;

/**
 * A whole screen of 800 by 480 on a stage of its own, in real time.
 *
 * @param scene in which the screen lies
 */
record BenchScreen(Screen screen, Scene scene) {
    private static final int ROUNDS = 3;

    /** On the screen's thread. */
    static BenchScreen show(Core core) {
        Screen screen = new Screen(core, new SystemTime(),
                new Places(Path.of("target/none"), List.of(), Path.of("target/none"), Path.of("/")));
        Scene scene = screen.scene(800, 480);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        return new BenchScreen(screen, scene);
    }

    Node find(String selector) throws Exception {
        return FxThread.call(() -> scene.lookup(selector));
    }

    void open(PageId page) throws Exception {
        FxThread.run(() -> screen.open(page));
    }

    /** Switches a toggle and waits for what it asked for. */
    void fire(String toggle) throws Exception {
        FxThread.run(() -> ((ToggleButton) scene.lookup(toggle)).fire());
        screen.settle();
    }

    /** A page asks when it is laid out, too: again finds the answer to that. */
    void settle() throws Exception {
        for (int i = 0; i < ROUNDS; i++) {
            screen.settle();
            FxThread.run(() -> {
                screen.tick();
                scene.getRoot().applyCss();
                scene.getRoot().layout();
            });
        }
    }

    /** On the screen's thread. */
    static void mouse(Node node, EventType<MouseEvent> type, double x, double y) {
        Event.fireEvent(node, new MouseEvent(type, x, y, x, y, MouseButton.PRIMARY, 1, false, false, false, false,
                true, false, false, false, false, false, null));
    }
}
