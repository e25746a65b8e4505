// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.control;

import javafx.animation.AnimationTimer;
import javafx.event.Event;
import javafx.event.EventTarget;
import javafx.event.EventType;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/** Turns a single pointer over a region into a drag with inertia. Taps on what lies inside stay taps. */
final class Drag {
    /** Sent to what was pressed when the press turns out to be a drag. */
    static final EventType<Event> GRABBED = new EventType<>(Event.ANY, "PIGENNY_GRABBED");
    private static final double THRESHOLD = 12;

    private final Inertia inertia = new Inertia();
    private final Runnable moved;
    private final AnimationTimer glide = new AnimationTimer() {
        @Override
        public void handle(long now) {
            inertia.glide(now);
            moved.run();
            if (!inertia.gliding()) {
                stop();
            }
        }
    };
    private double pressedAt;
    private double last;
    private boolean dragging;

    /** @param moved called on every change of the offset */
    Drag(Region over, Runnable moved) {
        this.moved = moved;
        clip(over);
        over.addEventFilter(MouseEvent.MOUSE_PRESSED, this::press);
        over.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::drag);
        over.addEventFilter(MouseEvent.MOUSE_RELEASED, this::release);
    }

    Inertia inertia() {
        return inertia;
    }

    private static void clip(Region over) {
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(over.widthProperty());
        clip.heightProperty().bind(over.heightProperty());
        over.setClip(clip);
    }

    private void press(MouseEvent event) {
        glide.stop();
        pressedAt = event.getSceneY();
        last = pressedAt;
        dragging = false;
        inertia.press(System.nanoTime());
    }

    private void drag(MouseEvent event) {
        if (!dragging && Math.abs(event.getSceneY() - pressedAt) > THRESHOLD) {
            dragging = true;
            grab(event.getTarget());
        }
        if (dragging) {
            inertia.drag(last - event.getSceneY(), System.nanoTime());
            last = event.getSceneY();
            moved.run();
            event.consume();
        }
    }

    private static void grab(EventTarget target) {
        Event.fireEvent(target, new Event(GRABBED));
    }

    private void release(MouseEvent event) {
        if (dragging) {
            dragging = false;
            inertia.release(System.nanoTime());
            glide.start();
            event.consume();
        }
    }
}
