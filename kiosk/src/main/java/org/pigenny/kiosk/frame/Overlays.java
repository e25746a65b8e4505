// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.frame;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.animation.PauseTransition;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.pigenny.kiosk.control.Styles;
import org.pigenny.kiosk.control.Tone;

/** Dialogs and toasts as layers of the one scene: a kiosk has no second window. */
public final class Overlays extends StackPane {
    private static final Duration TOAST = Duration.seconds(6);

    private final Deque<Node> open = new ArrayDeque<>();
    private final Label toast = Styles.label("", "toast");
    private final PauseTransition fade = new PauseTransition(TOAST);
    private final Insets free;
    private Runnable veiled = () -> {};

    /**
     * @param margin around a toast, px. It stands on top, where there is no key that it could cover
     * @param free what panels leave free at the sides, px: STOP stands there
     */
    public Overlays(double margin, Insets free) {
        this.free = free;
        setPickOnBounds(false);
        toast.setId("toast");
        toast.setWrapText(true);
        toast.setMinHeight(USE_PREF_SIZE);
        toast.setVisible(false);
        setAlignment(toast, Pos.TOP_CENTER);
        setMargin(toast, new Insets(margin));
        toast.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            event.consume();
            toast.setVisible(false);
        });
        fade.setOnFinished(event -> toast.setVisible(false));
        getChildren().add(toast);
    }

    /** Lays a panel over everything, on a veil. A touch beside it closes it. */
    public void open(Region panel) {
        StackPane veil = new StackPane(panel);
        veil.getStyleClass().add("veil");
        veil.setPadding(free);
        panel.getStyleClass().add("panel");
        panel.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        veil.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> {
            if (veil.equals(event.getTarget())) {
                close();
            }
        });
        open.push(veil);
        getChildren().add(getChildren().size() - 1, veil);
        veiled.run();
    }

    /** Closes the topmost panel, if there is one. */
    public void close() {
        if (!open.isEmpty()) {
            getChildren().remove(open.pop());
            veiled.run();
        }
    }

    public void closeAll() {
        while (!open.isEmpty()) {
            close();
        }
    }

    /** Tells {@code listener} at once whenever a panel has been laid over the page or taken away. */
    void onVeil(Runnable listener) {
        veiled = listener;
    }

    public boolean anyOpen() {
        return !open.isEmpty();
    }

    /** Says something for a few seconds. */
    public void toast(String text, Tone tone) {
        toast.setText(text);
        Styles.tone(toast, tone);
        toast.setVisible(true);
        fade.playFromStart();
    }
}
