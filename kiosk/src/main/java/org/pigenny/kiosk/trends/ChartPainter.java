// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.trends;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.pigenny.core.api.History.Run;
import org.pigenny.kiosk.frame.Ui;
import org.pigenny.kiosk.present.Numbers;

/** Draws the whole chart at once, so that a year under a finger moves like a day. Knows how to draw, not what to fetch. */
final class ChartPainter {
    private static final double VOLTS_FROM = 44;
    private static final double VOLTS_TO = 58;
    private static final double LEAST_POWER = 2000;
    private static final double KILO = 1000;
    /** Marks of the scale closer than this share of it would lie over each other. */
    private static final double CLOSE = 0.11;
    private static final double ENVELOPE = 0.25;
    private static final double THINNEST = 0.2;
    private static final double LEAST_LANE = 0.16;
    /** From this width on, px of the design, a band has edges. */
    private static final double EDGED = 6;

    /** What is to be seen. */
    record Scene(Span span, ZoneId zone, Optional<ChartData> data, Set<Line> shown, Optional<SocMarks> marks,
            Optional<Instant> cursor) {}

    private final Ui ui;
    private final Canvas canvas;
    private final GraphicsContext g;
    private final Numbers numbers;
    private final Font font;
    private final double left;
    private final double right;
    private final double top;
    private final double bottom;

    ChartPainter(Ui ui, Canvas canvas) {
        this.ui = ui;
        this.canvas = canvas;
        g = canvas.getGraphicsContext2D();
        numbers = new Numbers(ui.words().locale());
        font = Font.font("PiGenny Sans", ui.metrics().em());
        left = ui.px(52);
        right = ui.px(52);
        top = ui.px(18);
        bottom = ui.px(26);
    }

    double plotWidth() {
        return Math.max(1, canvas.getWidth() - left - right);
    }

    private double plotHeight() {
        return Math.max(1, canvas.getHeight() - bottom - top);
    }

    /** Where on the time axis an x lies, 0 to 1. */
    double share(double x) {
        return Math.clamp((x - left) / plotWidth(), 0, 1);
    }

    void paint(Scene scene) {
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        if (plotHeight() < ui.px(40)) {
            return;
        }
        g.setFont(font);
        double mostPower = scene.data().map(ChartPainter::mostPower).orElse(LEAST_POWER);
        scene.data().ifPresent(known -> bands(scene.span(), known.runs()));
        timeAxis(scene);
        socAxis(scene.marks());
        powerAxis(mostPower);
        scene.data().ifPresent(known -> lines(scene, known, mostPower));
        if (scene.shown().contains(Line.VOLTAGE)) {
            voltScale();
        }
        scene.cursor().ifPresent(at -> cursorLine(scene.span().at(at)));
    }

    private static double mostPower(ChartData known) {
        double most = LEAST_POWER;
        for (Line line : Line.values()) {
            most = line.power() ? Math.max(most, known.curve(line).greatest()) : most;
        }
        return Math.ceil(most / KILO) * KILO;
    }

    /** A run is a band as wide as it was long, and a block in the lane on top: shape, not colour alone. */
    private void bands(Span visible, List<Run> runs) {
        for (Run run : runs) {
            double from = Math.clamp(RunLane.from(visible, run), 0, 1);
            double to = Math.clamp(RunLane.to(visible, run), 0, 1);
            if (to > from) {
                double width = Math.max(THINNEST, (to - from) * plotWidth());
                g.setFill(color("-active-bg"));
                g.fillRect(x(from), top, width, plotHeight());
                if (width >= ui.px(EDGED)) {
                    g.setFill(color("-active").deriveColor(0, 1, 1, ENVELOPE));
                    g.fillRect(x(from), top, 1, plotHeight());
                    g.fillRect(x(from) + width - 1, top, 1, plotHeight());
                }
            }
        }
        lane(visible, runs);
    }

    /** The longer the engine ran in a column the higher it stands, and one that it only just ran in is still seen. */
    private void lane(Span visible, List<Run> runs) {
        double column = ui.px(2);
        double[] shares = RunLane.shares(visible, runs, (int) (plotWidth() / column));
        double full = top - ui.px(4);
        double wide = plotWidth() / shares.length;
        g.setFill(color("-active"));
        for (int i = 0; i < shares.length; i++) {
            if (shares[i] > 0) {
                double high = LEAST_LANE * full + shares[i] * (1 - LEAST_LANE) * full;
                // On whole pixels, so that columns side by side are one block without seams.
                double from = Math.rint(left + i * wide);
                g.fillRect(from, top - high, Math.rint(left + (i + 1) * wide) - from, high);
            }
        }
    }

    private void timeAxis(Scene scene) {
        g.setStroke(color("-line"));
        g.setLineWidth(1);
        g.setLineDashes();
        g.setFill(color("-fg-quiet"));
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.CENTER);
        int most = (int) (plotWidth() / ui.px(84));
        for (TimeTicks.Tick tick : TimeTicks.of(scene.span(), scene.zone(), ui.words().locale(), most)) {
            double x = Math.rint(x(scene.span().at(tick.at()))) + 0.5;
            g.strokeLine(x, top, x, top + plotHeight());
            if (x > left + ui.px(24) && x < left + plotWidth() - ui.px(20)) {
                g.fillText(tick.text(), x, canvas.getHeight() - bottom / 2);
            }
        }
    }

    private void socAxis(Optional<SocMarks> marks) {
        List<Double> taken = new ArrayList<>();
        marks.ifPresent(around -> {
            for (double percent : List.of(around.start(), around.stop())) {
                socMark(percent);
                taken.add(percent);
            }
        });
        for (double percent : List.of(100.0, 0.0, 50.0)) {
            g.setStroke(color("-line"));
            level(percent / 100);
            if (taken.stream().allMatch(other -> Math.abs(other - percent) / 100 > CLOSE)) {
                g.setFill(color("-fg-quiet"));
                scaleText(numbers.whole(percent) + " %", percent / 100, true);
            }
        }
    }

    private void socMark(double percent) {
        g.setStroke(color("-good"));
        g.setLineDashes(ui.px(2), ui.px(5));
        level(percent / 100);
        g.setLineDashes();
        g.setFill(color("-good"));
        scaleText(numbers.whole(percent) + " %", percent / 100, true);
    }

    private void powerAxis(double mostPower) {
        g.setFill(color("-fg-quiet"));
        for (double share : List.of(0.0, 0.5, 1.0)) {
            double kilowatts = mostPower * share / KILO;
            String number = kilowatts == Math.rint(kilowatts)
                    ? numbers.whole(kilowatts)
                    : numbers.oneDecimal(kilowatts);
            scaleText(share == 1 ? number + " kW" : number, share, false);
        }
    }

    /** The voltage has no axis of its own: its ends stand inside, in its colour. */
    private void voltScale() {
        voltEnd(VOLTS_TO, top + ui.px(16));
        voltEnd(VOLTS_FROM, top + plotHeight() - ui.px(12));
    }

    private void voltEnd(double volts, double y) {
        double end = left + plotWidth() - ui.px(2);
        g.setFill(color("-bg"));
        g.fillRoundRect(end - ui.px(44), y - ui.px(10), ui.px(44), ui.px(20), ui.px(6), ui.px(6));
        g.setFill(color(Line.VOLTAGE.color));
        g.setTextAlign(TextAlignment.RIGHT);
        g.fillText(numbers.whole(volts) + " V", end - ui.px(5), y);
    }

    private void level(double share) {
        double y = Math.rint(y(share)) + 0.5;
        g.strokeLine(left, y, left + plotWidth(), y);
    }

    private void scaleText(String text, double share, boolean onTheLeft) {
        double y = Math.clamp(y(share), top + ui.px(6), top + plotHeight() - ui.px(6));
        g.setTextAlign(onTheLeft ? TextAlignment.RIGHT : TextAlignment.LEFT);
        g.fillText(text, onTheLeft ? left - ui.px(5) : left + plotWidth() + ui.px(5), y);
    }

    private void lines(Scene scene, ChartData known, double mostPower) {
        g.save();
        g.beginPath();
        g.rect(left, 0, plotWidth(), plotHeight() + ui.px(8));
        g.clip();
        if (scene.shown().contains(Line.SOC)) {
            envelope(scene.span(), known.curve(Line.SOC));
        }
        for (Line line : Line.values()) {
            if (scene.shown().contains(line)) {
                line(scene.span(), known.curve(line), line, mostPower);
            }
        }
        g.restore();
    }

    /** Between least and greatest SOC: the mean of a day hides what the battery went through. */
    private void envelope(Span visible, Curve curve) {
        g.setFill(color(Line.SOC.color).deriveColor(0, 1, 1, ENVELOPE));
        Sweep x = new Sweep(visible);
        for (int i = 0; i < curve.size(); i++) {
            if (curve.high(i) - curve.low(i) > 2 && x.near(curve, i)) {
                double from = x.of(curve.at(i));
                double to = i + 1 < curve.size() && !curve.afterGap(i + 1) ? x.of(curve.at(i + 1)) : from + 1;
                double y = y(curve.high(i) / 100);
                g.fillRect(from, y, to - from, y(curve.low(i) / 100) - y);
            }
        }
    }

    private void line(Span visible, Curve curve, Line line, double mostPower) {
        g.setStroke(color(line.color));
        g.setLineCap(StrokeLineCap.BUTT);
        g.setLineJoin(StrokeLineJoin.ROUND);
        g.setLineWidth(line.width * ui.metrics().scale());
        if (line.dash > 0) {
            g.setLineDashes(line.dash, line.dash * 0.7);
        } else {
            g.setLineDashes();
        }
        g.beginPath();
        Sweep x = new Sweep(visible);
        boolean begun = false;
        for (int i = 0; i < curve.size(); i++) {
            if (x.near(curve, i)) {
                double y = y(share(line, curve.mean(i), mostPower));
                if (begun && !curve.afterGap(i)) {
                    g.lineTo(x.of(curve.at(i)), y);
                } else {
                    g.moveTo(x.of(curve.at(i)), y);
                }
                begun = true;
            }
        }
        g.stroke();
        g.setLineDashes();
    }

    /** Times to x, for many points; and which of them, or their neighbours, are in sight. */
    private final class Sweep {
        private final double from;
        private final double length;
        private final double scale;

        Sweep(Span visible) {
            from = visible.from().toEpochMilli();
            length = visible.length().toMillis();
            scale = plotWidth() / length;
        }

        double of(long millis) {
            return left + (millis - from) * scale;
        }

        boolean near(Curve curve, int i) {
            long before = curve.at(Math.max(0, i - 1));
            long after = curve.at(Math.min(curve.size() - 1, i + 1));
            return after >= from && before <= from + length;
        }
    }

    private static double share(Line line, double value, double mostPower) {
        return switch (line) {
            case SOC -> value / 100;
            case VOLTAGE -> (value - VOLTS_FROM) / (VOLTS_TO - VOLTS_FROM);
            case SOLAR, LOAD, CHARGER -> value / mostPower;
        };
    }

    private void cursorLine(double share) {
        if (share >= 0 && share <= 1) {
            g.setStroke(color("-fg"));
            g.setLineWidth(1.5);
            g.strokeLine(x(share), top, x(share), top + plotHeight());
        }
    }

    private double x(double share) {
        return left + share * plotWidth();
    }

    private double y(double share) {
        return top + (1 - share) * plotHeight();
    }

    private Color color(String meaning) {
        return ui.palette().color(meaning);
    }
}
