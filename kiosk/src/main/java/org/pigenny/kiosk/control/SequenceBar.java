// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/** The steps of a run side by side: those behind, the live one filling, those ahead. */
public final class SequenceBar extends Region {
    public enum Stage {
        PAST, LIVE, AHEAD, FAILED
    }

    /**
     * @param weight relative width
     * @param progress 0 to 1 of the live one
     */
    public record Segment(String name, double weight, Stage stage, double progress) {}

    private static final List<String> STAGES = List.of("past", "live", "ahead", "failed");
    private static final double GAP = 3;

    private final boolean named;
    private final List<Rectangle> tracks = new ArrayList<>();
    private final List<Rectangle> fills = new ArrayList<>();
    private final List<Label> names = new ArrayList<>();
    private List<Segment> segments = List.of();

    /** @param named whether the segments are tall boxes with their names in them */
    public SequenceBar(boolean named) {
        this.named = named;
        getStyleClass().add("sequence-bar");
        setMinSize(0, 0);
    }

    public void show(List<Segment> now) {
        if (now.equals(segments)) {
            return;
        }
        if (now.size() != segments.size()) {
            rebuild(now.size());
        }
        segments = List.copyOf(now);
        for (int i = 0; i < segments.size(); i++) {
            dress(i, segments.get(i));
        }
        requestLayout();
    }

    private void rebuild(int count) {
        tracks.clear();
        fills.clear();
        names.clear();
        for (int i = 0; i < count; i++) {
            tracks.add(box(named ? "segment-box" : "segment-track"));
            fills.add(box("segment-live"));
            Label name = Styles.label("", "segment-name");
            name.setAlignment(Pos.CENTER);
            name.setVisible(named);
            names.add(name);
        }
        getChildren().setAll(tracks);
        getChildren().addAll(fills);
        if (named) {
            getChildren().addAll(names);
        }
    }

    private void dress(int i, Segment segment) {
        String stage = segment.stage().name().toLowerCase(Locale.ROOT);
        fills.get(i).setVisible(segment.stage() == Stage.LIVE);
        names.get(i).setText(segment.name());
        Styles.choose(names.get(i), STAGES, stage);
        if (named) {
            Styles.choose(tracks.get(i), STAGES, stage);
        } else {
            Styles.choose(tracks.get(i), List.of("segment-past", "segment-live-track", "segment-failed"),
                    switch (segment.stage()) {
                        case PAST -> "segment-past";
                        case LIVE -> "segment-live-track";
                        case FAILED -> "segment-failed";
                        case AHEAD -> "";
                    });
        }
    }

    @Override
    protected void layoutChildren() {
        double[] widths = widths();
        double x = 0;
        for (int i = 0; i < segments.size(); i++) {
            double height = getHeight();
            size(tracks.get(i), x, 0, widths[i], height);
            double bar = named ? Math.max(3, height * 0.08) : height;
            double inset = named ? 6 : 0;
            double done = Math.clamp(segments.get(i).progress(), 0, 1) * (widths[i] - 2 * inset);
            size(fills.get(i), x + inset, named ? height - bar - 5 : 0, done, bar);
            if (named) {
                names.get(i).resizeRelocate(x, 0, widths[i], height);
            }
            x += widths[i] + GAP;
        }
    }

    /** By weight; but a name is never cut while another segment has room to give. */
    private double[] widths() {
        double free = getWidth() - GAP * (segments.size() - 1);
        double total = segments.stream().mapToDouble(Segment::weight).sum();
        double[] widths = segments.stream().mapToDouble(s -> free * s.weight() / total).toArray();
        if (named) {
            double lack = 0;
            double spare = 0;
            double[] least = names.stream().mapToDouble(n -> n.prefWidth(-1) + 8).toArray();
            for (int i = 0; i < widths.length; i++) {
                lack += Math.max(0, least[i] - widths[i]);
                spare += Math.max(0, widths[i] - least[i]);
            }
            double give = spare > 0 ? Math.min(1, lack / spare) : 0;
            for (int i = 0; i < widths.length; i++) {
                widths[i] = widths[i] < least[i] ? least[i] : widths[i] - (widths[i] - least[i]) * give;
            }
        }
        return widths;
    }

    private static void size(Rectangle box, double x, double y, double width, double height) {
        box.setX(x);
        box.setY(y);
        box.setWidth(width);
        box.setHeight(height);
    }

    private static Rectangle box(String styleClass) {
        Rectangle box = new Rectangle();
        box.setManaged(false);
        box.setArcWidth(6);
        box.setArcHeight(6);
        box.getStyleClass().add(styleClass);
        return box;
    }
}
