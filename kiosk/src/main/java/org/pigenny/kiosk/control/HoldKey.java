// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.control;

import java.time.Duration;
import javafx.animation.AnimationTimer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.pigenny.core.time.TimeSource;

/** A key for what must be meant: a ring fills while it is held, and only a full ring acts. Letting go does nothing. */
public final class HoldKey extends StackPane {
    public static final Duration HOLD = Duration.ofMillis(1500);
    private static final double RING = 5;

    private final Label word = Styles.label("", "key-word");
    private final Label note = Styles.label("", "key-note");
    private final Rectangle ring = new Rectangle();
    private final TimeSource time;
    private final Runnable action;
    private final AnimationTimer filling = new AnimationTimer() {
        @Override
        public void handle(long now) {
            fill();
        }
    };
    private long pressedAt;
    private boolean held;

    /** @param time against which the hold is measured */
    public HoldKey(String id, TimeSource time, Runnable action) {
        setId(id);
        this.time = time;
        this.action = action;
        getStyleClass().addAll("key", "big-key");
        note.setWrapText(true);
        VBox face = new VBox(word, note);
        face.setAlignment(Pos.CENTER);
        face.setMouseTransparent(true);
        ring.getStyleClass().add("hold-ring");
        ring.setStrokeWidth(RING);
        ring.setArcWidth(14);
        ring.setArcHeight(14);
        ring.setManaged(false);
        ring.setMouseTransparent(true);
        ring.setVisible(false);
        getChildren().addAll(face, ring);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::slip);
        addEventHandler(Drag.GRABBED, event -> letGo());
        addEventHandler(MouseEvent.MOUSE_RELEASED, event -> {
            event.consume();
            letGo();
        });
    }

    public HoldKey classes(String... more) {
        getStyleClass().addAll(more);
        return this;
    }

    public void say(String text, String doing) {
        word.setText(text);
        note.setText(doing);
        Styles.show(note, !doing.isEmpty());
    }

    public void refuses(boolean now) {
        Styles.flag(this, "refused", now);
    }

    /** How full the ring is, 0 to 1. */
    public double progress() {
        return held ? Math.clamp((time.nanos() - pressedAt) / (double) HOLD.toNanos(), 0, 1) : 0;
    }

    private void press(MouseEvent event) {
        event.consume();
        held = true;
        pressedAt = time.nanos();
        Press.show(this, true);
        fill();
        ring.setVisible(true);
        filling.start();
    }

    private void slip(MouseEvent event) {
        event.consume();
        if (held && !Press.near(this, event)) {
            letGo();
        }
    }

    private void letGo() {
        held = false;
        filling.stop();
        ring.setVisible(false);
        Press.show(this, false);
    }

    /** A key that is taken away under the finger, or hidden because the state has changed, is let go. */
    private boolean there() {
        return getScene() != null && isVisible();
    }

    private void fill() {
        if (!there()) {
            letGo();
            return;
        }
        double full = 2 * (ring.getWidth() + ring.getHeight());
        double done = progress();
        ring.getStrokeDashArray().setAll(Math.max(0.1, full * done), full * 2);
        if (done >= 1) {
            letGo();
            action.run();
        }
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        ring.setX(RING / 2);
        ring.setY(RING / 2);
        ring.setWidth(getWidth() - RING);
        ring.setHeight(getHeight() - RING);
    }
}
