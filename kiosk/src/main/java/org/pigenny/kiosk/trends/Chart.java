// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.trends;

import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.api.History.Point;
import org.pigenny.core.api.History.Run;
import org.pigenny.kiosk.frame.Ui;

/** The chart: painted at once, so that a year under a finger moves like a day. Knows how to draw, not what to fetch. */
final class Chart extends Region {
    private static final double TAP = 10;
    private static final double VOLTS_FROM = 44;
    private static final double VOLTS_TO = 58;
    private static final double LEAST_POWER = 2000;

    private final Ui ui;
    private final Canvas canvas = new Canvas();
    private final double left;
    private final double right;
    private final double bottom;
    private final Set<Line> shown = EnumSet.allOf(Line.class);
    private @Nullable ChartData data;
    private @Nullable Span span;
    private ZoneId zone = ZoneId.systemDefault();
    private Optional<Instant> cursor = Optional.empty();
    private double pressedX;
    private double lastX;
    private boolean dragged;

    /**
     * @param drag gets the share of the width that the finger moved to the right
     * @param dragEnd the finger was lifted after a drag
     * @param tap gets the moment tapped
     */
    Chart(Ui ui, DoubleConsumer drag, Runnable dragEnd, Consumer<Instant> tap) {
        this.ui = ui;
        left = ui.px(38);
        right = ui.px(44);
        bottom = ui.px(26);
        setId("chart");
        setMinSize(0, 0);
        canvas.setManaged(false);
        getChildren().add(canvas);
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            pressedX = event.getX();
            lastX = pressedX;
            dragged = false;
            event.consume();
        });
        addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> {
            dragged |= Math.abs(event.getX() - pressedX) > TAP;
            if (dragged) {
                drag.accept((event.getX() - lastX) / plotWidth());
                lastX = event.getX();
            }
            event.consume();
        });
        addEventHandler(MouseEvent.MOUSE_RELEASED, event -> {
            event.consume();
            if (dragged) {
                dragEnd.run();
            } else if (span != null) {
                tap.accept(span.moment(Math.clamp((event.getX() - left) / plotWidth(), 0, 1)));
            }
        });
    }

    void setZone(ZoneId other) {
        zone = other;
    }

    void show(ChartData fetched) {
        data = fetched;
        paint();
    }

    void show(Span visible) {
        span = visible;
        paint();
    }

    void mark(Optional<Instant> moment) {
        cursor = moment;
        paint();
    }

    void toggle(Line line, boolean on) {
        if (on) {
            shown.add(line);
        } else {
            shown.remove(line);
        }
        paint();
    }

    double plotWidth() {
        return Math.max(1, getWidth() - left - right);
    }

    private double plotHeight() {
        return Math.max(1, getHeight() - bottom - ui.px(6));
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            paint();
        }
    }

    /** Paints everything anew. */
    void paint() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        Span visible = span;
        if (visible == null || plotHeight() < ui.px(40)) {
            return;
        }
        g.setFont(Font.font("PiGenny Sans", ui.metrics().em()));
        ChartData known = data;
        double mostPower = known == null ? LEAST_POWER : mostPower(known);
        if (known != null) {
            bands(g, visible, known.runs());
        }
        grid(g, visible, mostPower);
        if (known != null) {
            g.save();
            g.beginPath();
            g.rect(left, 0, plotWidth(), plotHeight() + 2);
            g.clip();
            for (Line line : Line.values()) {
                if (shown.contains(line)) {
                    line(g, visible, known, line, mostPower);
                }
            }
            g.restore();
        }
        cursor.ifPresent(at -> cursorLine(g, visible, at));
    }

    private static double mostPower(ChartData known) {
        double most = LEAST_POWER;
        for (Line line : Line.values()) {
            if (line.power()) {
                most = Math.max(most, known.points(line).stream().mapToDouble(Point::mean).max().orElse(0));
            }
        }
        return Math.ceil(most / 1000) * 1000;
    }

    private void bands(GraphicsContext g, Span visible, List<Run> runs) {
        g.setFill(color("-active-bg"));
        for (Run run : runs) {
            double from = Math.clamp(visible.at(run.fired().orElse(run.asked())), 0, 1);
            double to = Math.clamp(run.stopped().map(visible::at).orElse(1.0), 0, 1);
            if (to > from) {
                g.fillRect(x(from), ui.px(6), Math.max(1, (to - from) * plotWidth()), plotHeight());
            }
        }
    }

    private void grid(GraphicsContext g, Span visible, double mostPower) {
        g.setStroke(color("-line"));
        g.setLineWidth(1);
        g.setLineDashes();
        g.setFill(color("-fg-quiet"));
        g.setTextBaseline(VPos.CENTER);
        for (int percent = 0; percent <= 100; percent += 25) {
            double y = Math.rint(y(percent / 100.0)) + 0.5;
            g.strokeLine(left, y, left + plotWidth(), y);
            if (percent % 50 == 0) {
                double text = Math.clamp(y, ui.px(10), plotHeight());
                g.setTextAlign(TextAlignment.RIGHT);
                g.fillText(String.valueOf(percent), left - ui.px(5), text);
                g.setTextAlign(TextAlignment.LEFT);
                g.fillText(Math.round(mostPower * percent / 10_000) / 10.0 + "k", left + plotWidth() + ui.px(5), text);
            }
        }
        g.setTextAlign(TextAlignment.CENTER);
        int most = (int) (plotWidth() / ui.px(84));
        for (TimeTicks.Tick tick : TimeTicks.of(visible, zone, ui.words().locale(), most)) {
            double x = Math.rint(x(visible.at(tick.at()))) + 0.5;
            g.strokeLine(x, ui.px(6), x, ui.px(6) + plotHeight());
            if (x > left + ui.px(24) && x < left + plotWidth() - ui.px(20)) {
                g.fillText(tick.text(), x, getHeight() - bottom / 2);
            }
        }
    }

    private void line(GraphicsContext g, Span visible, ChartData known, Line line, double mostPower) {
        List<Point> points = known.points(line);
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
        long before = Long.MIN_VALUE;
        for (Point point : points) {
            long at = point.at().toEpochMilli();
            double x = x(visible.at(point.at()));
            double y = y(share(line, point.mean(), mostPower));
            if (at - before > known.bucketMillis() * 2.5) {
                g.moveTo(x, y);
            } else {
                g.lineTo(x, y);
            }
            before = at;
        }
        g.stroke();
        g.setLineDashes();
    }

    private static double share(Line line, double value, double mostPower) {
        return switch (line) {
            case SOC -> value / 100;
            case VOLTAGE -> (value - VOLTS_FROM) / (VOLTS_TO - VOLTS_FROM);
            case SOLAR, LOAD, CHARGER -> value / mostPower;
        };
    }

    private void cursorLine(GraphicsContext g, Span visible, Instant at) {
        double share = visible.at(at);
        if (share >= 0 && share <= 1) {
            g.setStroke(color("-fg"));
            g.setLineWidth(1.5);
            g.strokeLine(x(share), ui.px(6), x(share), ui.px(6) + plotHeight());
        }
    }

    private double x(double share) {
        return left + share * plotWidth();
    }

    private double y(double share) {
        return ui.px(6) + (1 - share) * plotHeight();
    }

    private Color color(String meaning) {
        return ui.palette().color(meaning);
    }
}
