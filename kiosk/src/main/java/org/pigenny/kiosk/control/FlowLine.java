// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.control;

import java.util.List;

import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;

/**
 * Where power flows: places in a row, joined by lines. A line with power has a chevron that walks along it; a line without
 * has none. It walks in steps that somebody else paces, so that a still picture costs nothing.
 */
public final class FlowLine extends Region {
    public enum Direction {
        NONE, FORWARD, BACK
    }

    /** @param styleClass of what flows there, for its colour */
    public record Flow(Direction direction, String styleClass) {}

    private static final int STEPS = 6;
    private static final List<String> KINDS = List.of("solar", "charger", "battery", "house");

    /** One line between two places. */
    private static final class Joint extends Region {
        private final Line line = new Line();
        private final Polyline chevron = new Polyline(-4, -6, 3, 0, -4, 6);
        private Flow flow = new Flow(Direction.NONE, "");
        private int step = STEPS / 2;

        Joint() {
            line.getStyleClass().add("flow-line");
            chevron.getStyleClass().add("flow-chevron");
            chevron.setStrokeWidth(3);
            line.setManaged(false);
            chevron.setManaged(false);
            getChildren().addAll(line, chevron);
        }

        void show(Flow now) {
            if (!now.equals(flow)) {
                flow = now;
                Styles.choose(this, KINDS, now.styleClass());
                Styles.flag(this, "flow-run", running());
                place();
            }
        }

        boolean running() {
            return flow.direction() != Direction.NONE;
        }

        void step() {
            step = (step + 1) % (STEPS + 1);
            place();
        }

        void place() {
            double width = getWidth();
            line.setEndX(width);
            line.setStartY(getHeight() / 2);
            line.setEndY(getHeight() / 2);
            double along = (step + 0.5) / (STEPS + 1);
            boolean back = flow.direction() == Direction.BACK;
            chevron.setVisible(running());
            chevron.setScaleX(back ? -1 : 1);
            chevron.setLayoutX(Math.rint(width * (back ? 1 - along : along)));
            chevron.setLayoutY(Math.rint(getHeight() / 2));
        }

        @Override
        protected void layoutChildren() {
            place();
        }
    }

    private final List<Node> places;
    private final List<Joint> joints;

    public FlowLine(List<? extends Node> places) {
        this.places = List.copyOf(places);
        joints = java.util.stream.IntStream.range(1, places.size()).mapToObj(i -> new Joint()).toList();
        getChildren().addAll(this.places);
        getChildren().addAll(joints);
        setMinSize(0, 0);
    }

    /** One flow for each pair of neighbours, from left to right. */
    public void show(List<Flow> flows) {
        for (int i = 0; i < joints.size(); i++) {
            joints.get(i).show(flows.get(i));
        }
    }

    public boolean running() {
        return joints.stream().anyMatch(Joint::running);
    }

    /** Moves every chevron on by one step. */
    public void step() {
        joints.stream().filter(Joint::running).forEach(Joint::step);
    }

    @Override
    protected void layoutChildren() {
        double taken = places.stream().mapToDouble(p -> p.prefWidth(-1)).sum();
        double length = (getWidth() - taken) / joints.size();
        double x = 0;
        for (int i = 0; i < places.size(); i++) {
            Node place = places.get(i);
            double width = place.prefWidth(-1);
            place.autosize();
            place.relocate(x, (getHeight() - place.prefHeight(-1)) / 2);
            x += width;
            if (i < joints.size()) {
                joints.get(i).resizeRelocate(x + 6, 0, Math.max(0, length - 12), getHeight());
                x += length;
            }
        }
    }
}
