// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.control;

import java.util.function.Consumer;
import java.util.function.DoubleFunction;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.pigenny.core.time.TimeSource;

/** A number between two keys, never outside its limits. A tap on the number itself opens whatever the owner wants. */
public final class Stepper extends HBox {
    /** @param step by which a tap changes it */
    public record Limits(double least, double most, double step) {}

    private final Limits limits;
    private final DoubleFunction<String> format;
    private final Consumer<Double> changed;
    private final Label number = Styles.label("", "stepper-number");
    private final Key less;
    private final Key more;
    private double value;

    /** @param size height and least width of a key, px */
    public Stepper(String id, Limits limits, DoubleFunction<String> format, double size, Node minus, Node plus,
            Consumer<Double> changed) {
        setId(id);
        this.limits = limits;
        this.format = format;
        this.changed = changed;
        less = Key.ofIcon(id + "-less", "less", minus, () -> move(-limits.step())).sized(size, size);
        more = Key.ofIcon(id + "-more", "more", plus, () -> move(limits.step())).sized(size, size);
        number.setAlignment(Pos.CENTER);
        number.setMinWidth(size * 1.9);
        number.setMinHeight(size);
        number.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(number, Priority.ALWAYS);
        setAlignment(Pos.CENTER);
        setSpacing(8);
        getChildren().addAll(less, number, more);
    }

    public double value() {
        return value;
    }

    /** The value as it is shown. */
    public String text() {
        return number.getText();
    }

    /** Shows a value without telling anybody. */
    public void show(double now) {
        value = now;
        number.setText(format.apply(now));
        less.refuses(now <= limits.least());
        more.refuses(now >= limits.most());
    }

    /** From now on it runs while a key is held. */
    public Stepper running(TimeSource time) {
        LongPress.over(less, time, () -> move(-limits.step()));
        LongPress.over(more, time, () -> move(limits.step()));
        return this;
    }

    /** A tap on the number. */
    public void onNumber(Runnable action) {
        Press.taps(number, action);
    }

    private void move(double by) {
        double onGrid = Math.rint((value + by) / limits.step()) * limits.step();
        double next = Math.clamp(onGrid, limits.least(), limits.most());
        if (next != value) {
            show(next);
            changed.accept(next);
        }
    }
}
