// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.app;

import java.time.LocalTime;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.model.settings.KioskSettings;
import org.pigenny.core.time.TimeSource;
import org.pigenny.kiosk.frame.Places;
import org.pigenny.kiosk.present.FrameState;
import org.pigenny.kiosk.present.Now;

/** Looks after the light, the way home, and the alarm's voice. On the screen's thread. */
final class Vigil implements AutoCloseable {
    private final Desk desk;
    private final Places places;
    private final Attention attention;
    private final AlarmSound sound = new AlarmSound();
    private final Rectangle shade = new Rectangle();
    private Optional<Backlight> backlight = Optional.empty();
    private @Nullable String backlightOf;
    private boolean swallowing;

    Vigil(Desk desk, Places places, TimeSource real) {
        this.desk = desk;
        this.places = places;
        attention = new Attention(real);
        shade.setMouseTransparent(true);
        shade.setManaged(false);
        shade.setOpacity(0);
        shade.setId("shade");
    }

    /** Lays the shade over the scene and watches for touches. */
    void over(Scene scene, StackPane root) {
        shade.widthProperty().bind(scene.widthProperty());
        shade.heightProperty().bind(scene.heightProperty());
        root.getChildren().add(shade);
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            Now now = desk.now();
            swallowing = !attention.touch(settings(now), alarm(now));
            light(now);
            swallow(event);
        });
        scene.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::swallow);
        scene.addEventFilter(MouseEvent.MOUSE_RELEASED, this::swallow);
    }

    Rectangle shade() {
        return shade;
    }

    private void swallow(MouseEvent event) {
        if (swallowing) {
            event.consume();
        }
    }

    /** Once a second. */
    void tick(Now now) {
        light(now);
        sound.tick(alarm(now), settings(now).sound());
        if (attention.goHome(settings(now)) && (!desk.atHome() || desk.overlayOpen())) {
            desk.goHome();
        }
    }

    private void light(Now now) {
        KioskSettings settings = settings(now);
        if (!settings.backlight().equals(backlightOf)) {
            backlightOf = settings.backlight();
            backlight = Backlight.find(settings.backlight(), places.backlights());
        }
        boolean night = DayAndNight.isNight(LocalTime.ofInstant(now.wall(), now.core().zone()));
        int percent = attention.brightness(settings, alarm(now), night);
        if (backlight.isPresent()) {
            backlight.get().set(percent);
            shade.setOpacity(percent == 0 ? 1 : 0);
        } else {
            shade.setOpacity(shadeOf(percent, night ? settings.brightnessNight() : settings.brightness()));
        }
    }

    /** Without a backlight the full brightness of the settings is no shade at all. */
    private static double shadeOf(int percent, int full) {
        return percent == 0 ? 1 : Math.clamp(1 - percent / (double) full, 0, 0.75);
    }

    private static KioskSettings settings(Now now) {
        return now.core().settings().kiosk();
    }

    private static boolean alarm(Now now) {
        return FrameState.of(now).unseen() > 0;
    }

    @Override
    public void close() {
        sound.close();
    }
}
