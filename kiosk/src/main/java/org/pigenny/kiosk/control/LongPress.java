// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.control;

import java.time.Duration;
import javafx.animation.AnimationTimer;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.pigenny.core.time.TimeSource;

/** Repeats what a key does while a finger rests on it. A key that has repeated does not count its release as a tap, too. */
final class LongPress extends AnimationTimer {
    static final Duration AFTER = Duration.ofMillis(600);
    static final Duration EVERY = Duration.ofMillis(150);

    private final Region target;
    private final TimeSource time;
    private final Runnable action;
    private long pressedAt;
    private long done;

    private LongPress(Region target, TimeSource time, Runnable action) {
        this.target = target;
        this.time = time;
        this.action = action;
    }

    /** @param target shows with {@link Press} that it is down; when it no longer does, the repeating ends */
    static void over(Region target, TimeSource time, Runnable action) {
        LongPress press = new LongPress(target, time, action);
        target.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> press.begin());
        target.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> press.end());
    }

    private void begin() {
        pressedAt = time.nanos();
        done = 0;
        start();
    }

    private void end() {
        stop();
        if (done > 0) {
            Press.show(target, false);
        }
    }

    @Override
    public void handle(long pulse) {
        if (!Press.isDown(target) || target.getScene() == null) {
            stop();
            return;
        }
        for (long due = due(time.nanos() - pressedAt); done < due; done++) {
            action.run();
        }
    }

    /** How often it should have acted by then. */
    static long due(long nanosDown) {
        long over = nanosDown - AFTER.toNanos();
        return over < 0 ? 0 : 1 + over / EVERY.toNanos();
    }
}
