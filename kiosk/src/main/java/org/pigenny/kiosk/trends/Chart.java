// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.trends;

import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.pigenny.kiosk.frame.Ui;

/** The chart under a finger: what is dragged, tapped and shown. {@link ChartPainter} draws it. */
final class Chart extends Region {
    private static final double TAP = 10;

    private final Canvas canvas = new Canvas();
    private final ChartPainter painter;
    private final Set<Line> shown = EnumSet.allOf(Line.class);
    private @Nullable ChartData data;
    private @Nullable Span span;
    private ZoneId zone = ZoneId.systemDefault();
    private Optional<SocMarks> marks = Optional.empty();
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
        painter = new ChartPainter(ui, canvas);
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
                tap.accept(span.moment(painter.share(event.getX())));
            }
        });
    }

    void show(ChartData fetched) {
        data = fetched;
        paint();
    }

    /** @param around the generator starts and stops at these, if SOC starts it at all */
    void show(Span visible, ZoneId inZone, Optional<SocMarks> around) {
        span = visible;
        zone = inZone;
        marks = around;
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
        return painter.plotWidth();
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            paint();
        }
    }

    private void paint() {
        Span visible = span;
        if (visible != null) {
            painter.paint(new ChartPainter.Scene(visible, zone, Optional.ofNullable(data), shown, marks, cursor));
        }
    }
}
