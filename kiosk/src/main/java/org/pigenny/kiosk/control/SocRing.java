// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.control;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Line;

/** State of charge as an open ring with marks at the values where the generator starts and stops. */
public final class SocRing extends Region {
    private static final double START_ANGLE = 225;
    private static final double SWEEP = 270;
    /** Height of the ring over its radius: the opening at the bottom needs no room. */
    private static final double HEIGHT_OF_RADIUS = 1 + Math.sqrt(0.5);
    private static final double THICKNESS = 0.14;
    private static final double EASED = 0.86;
    private static final double NUMERAL_OF_RADIUS = 0.62;
    /** Right below the numeral, where the ring is still wide enough for a line of words. */
    private static final double NOTE_BELOW = 0.3;
    private static final double UNIT_OF_NUMERAL = 0.42;

    private final Arc track = arc("ring-track");
    private final Arc filled = arc("ring-arc");
    private final Label number = Styles.label(Value.NOTHING, "soc-number");
    private final Label unit = Styles.label("%", "soc-unit");
    private final HBox numeral = new HBox(number, unit);
    private final Label note = Styles.label("", "soc-note");
    private final List<Line> ticks = new ArrayList<>();
    private final List<Label> tickLabels = new ArrayList<>();
    private List<Double> marks = List.of();
    private OptionalDouble percent = OptionalDouble.empty();
    private double numeralSize;

    public SocRing() {
        getStyleClass().add("soc-ring");
        numeral.setAlignment(Pos.BASELINE_CENTER);
        numeral.setSpacing(4);
        note.setAlignment(Pos.CENTER);
        getChildren().addAll(track, filled, numeral, note);
    }

    /** @param percent 0 to 100, empty draws no arc */
    public void show(Value value, OptionalDouble percent, Tone tone) {
        if (!percent.equals(this.percent)) {
            this.percent = percent;
            requestLayout();
        }
        number.setText(value.number());
        Styles.show(unit, value.standing() != Standing.ABSENT);
        note.setText(value.note());
        Styles.standing(this, value.standing());
        Styles.tone(filled, tone);
        filled.setVisible(percent.isPresent());
    }

    /** @param percents where the generator starts and stops */
    public void setMarks(List<Double> percents) {
        if (percents.equals(marks)) {
            return;
        }
        marks = List.copyOf(percents);
        getChildren().removeAll(ticks);
        getChildren().removeAll(tickLabels);
        ticks.clear();
        tickLabels.clear();
        for (double mark : marks) {
            Line tick = new Line();
            tick.setManaged(false);
            tick.getStyleClass().add("ring-mark");
            ticks.add(tick);
            tickLabels.add(Styles.label(String.valueOf(Math.round(mark)), "quiet"));
        }
        getChildren().addAll(ticks);
        getChildren().addAll(tickLabels);
    }

    @Override
    protected void layoutChildren() {
        double radius = Math.min(getWidth() / 2, getHeight() / HEIGHT_OF_RADIUS) - 3;
        double thickness = radius * THICKNESS;
        sizeNumeral(Math.rint(radius * NUMERAL_OF_RADIUS));
        double x = getWidth() / 2;
        double y = radius + 3 + Math.max(0, (getHeight() - radius * HEIGHT_OF_RADIUS - 6) / 2);
        place(track, x, y, radius, thickness, SWEEP);
        place(filled, x, y, radius, thickness, SWEEP * Math.clamp(percent.orElse(0), 0, 100) / 100);
        layoutInArea(numeral, x - radius, y - radius * 0.52, radius * 2, radius * 0.9, 0, javafx.geometry.HPos.CENTER,
                VPos.CENTER);
        double noteHeight = note.prefHeight(-1);
        note.resizeRelocate(x - radius * EASED, y + radius * NOTE_BELOW, radius * EASED * 2, noteHeight);
        for (int i = 0; i < ticks.size(); i++) {
            placeMark(ticks.get(i), tickLabels.get(i), marks.get(i), x, y, radius, thickness);
        }
    }

    private void sizeNumeral(double size) {
        if (size > 0 && size != numeralSize) {
            numeralSize = size;
            number.setStyle("-fx-font-size: " + size + "px");
            unit.setStyle("-fx-font-size: " + Math.rint(size * UNIT_OF_NUMERAL) + "px");
            numeral.applyCss();
        }
    }

    private static void placeMark(Line tick, Label label, double percent, double x, double y, double radius,
            double thickness) {
        double angle = Math.toRadians(START_ANGLE - SWEEP * percent / 100);
        double outer = radius + 2;
        double inner = radius - thickness - 6;
        tick.setStartX(x + outer * Math.cos(angle));
        tick.setStartY(y - outer * Math.sin(angle));
        tick.setEndX(x + inner * Math.cos(angle));
        tick.setEndY(y - inner * Math.sin(angle));
        double width = label.prefWidth(-1);
        double height = label.prefHeight(-1);
        double at = inner - Math.hypot(width, height) / 2 + 1;
        label.resizeRelocate(Math.rint(x + at * Math.cos(angle) - width / 2),
                Math.rint(y - at * Math.sin(angle) - height / 2), width, height);
    }

    private static void place(Arc arc, double x, double y, double radius, double thickness, double sweep) {
        arc.setCenterX(x);
        arc.setCenterY(y);
        arc.setRadiusX(radius - thickness / 2);
        arc.setRadiusY(radius - thickness / 2);
        arc.setStrokeWidth(thickness);
        arc.setStartAngle(START_ANGLE);
        arc.setLength(-sweep);
    }

    private static Arc arc(String styleClass) {
        Arc arc = new Arc();
        arc.setManaged(false);
        arc.setType(ArcType.OPEN);
        arc.getStyleClass().add(styleClass);
        return arc;
    }
}
