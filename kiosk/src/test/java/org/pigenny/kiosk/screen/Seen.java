// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.screen;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import org.pigenny.kiosk.control.DragList;
import org.pigenny.kiosk.control.DragPane;

/** Looks at a scene as an eye would, by computation: what is written where, what is cut, what lies over what. */
final class Seen {
    private static final double SLACK = 1.5;

    /** One text on the screen. */
    record Words(String text, Bounds at, Text drawn, Node node) {}

    private Seen() {}

    /** Everything wrong with the texts of a scene, in words. */
    static List<String> faults(Scene scene) {
        List<String> faults = new ArrayList<>();
        List<Words> words = new ArrayList<>();
        collect(scene.getRoot(), scene, words, faults);
        List<Words> uncovered = uncovered(scene, words);
        Legible legible = new Legible(scene);
        for (Words one : uncovered) {
            String fault = legible.fault(one.node(), one.drawn(), one.at());
            if (!fault.isEmpty()) {
                faults.add(fault);
            }
        }
        words = uncovered;
        for (int i = 0; i < words.size(); i++) {
            for (int j = i + 1; j < words.size(); j++) {
                if (overlap(words.get(i).at(), words.get(j).at())) {
                    faults.add("'" + words.get(i).text() + "' lies over '" + words.get(j).text() + "'");
                }
            }
        }
        return faults;
    }

    /** What lies under a panel or a toast is not read; it is judged when nothing lies over it. */
    private static List<Words> uncovered(Scene scene, List<Words> words) {
        List<Node> covers = new ArrayList<>(scene.getRoot().lookupAll(".veil"));
        covers.addAll(scene.getRoot().lookupAll(".toast"));
        covers.removeIf(cover -> !cover.isVisible());
        if (covers.isEmpty()) {
            return words;
        }
        Node veil = covers.stream()
                .filter(cover -> cover.getStyleClass().contains("veil"))
                .reduce((a, b) -> b)
                .orElse(null);
        Node toast = covers.stream().filter(cover -> cover.getStyleClass().contains("toast")).findFirst().orElse(null);
        return words.stream().filter(one -> {
            boolean above = one.node().equals(toast) || inside(one.node(), veil)
                    || inside(one.node(), scene.lookup("#veil-stop"));
            boolean underToast = toast != null && !one.node().equals(toast)
                    && one.at().intersects(toast.localToScene(toast.getLayoutBounds()));
            return !underToast && (veil == null || above);
        }).toList();
    }

    private static boolean inside(Node node, @org.jspecify.annotations.Nullable Node box) {
        for (Node at = node; at != null && box != null; at = at.getParent()) {
            if (at.equals(box)) {
                return true;
            }
        }
        return false;
    }

    private static void collect(Node node, Scene scene, List<Words> words, List<String> faults) {
        if (!node.isVisible() || node.getOpacity() == 0) {
            return;
        }
        if (node instanceof Labeled labeled && !labeled.getText().isEmpty()) {
            look(labeled, scene, words, faults);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, scene, words, faults));
        }
    }

    private static void look(Labeled labeled, Scene scene, List<Words> words, List<String> faults) {
        if (!(labeled.lookup(".text") instanceof Text text)) {
            faults.add("'" + labeled.getText() + "' is not drawn");
            return;
        }
        Bounds at = text.localToScene(text.getLayoutBounds());
        Bounds window = window(labeled);
        if (!at.intersects(window) || (inScrolled(labeled) && !window.contains(at))) {
            return;
        }
        if (!text.getText().equals(labeled.getText())) {
            faults.add("'" + labeled.getText() + "' is cut to '" + text.getText() + "'");
        }
        if (at.getMinX() < -SLACK || at.getMinY() < -SLACK || at.getMaxX() > scene.getWidth() + SLACK
                || at.getMaxY() > scene.getHeight() + SLACK) {
            faults.add("'" + labeled.getText() + "' leaves the screen");
        }
        Bounds box = labeled.localToScene(labeled.getLayoutBounds());
        if (at.getHeight() > box.getHeight() + 4 || at.getWidth() > box.getWidth() + 4) {
            faults.add("'" + labeled.getText() + "' is larger than its place");
        }
        if (text.getFont().getSize() < 15.9) {
            faults.add("'" + labeled.getText() + "' is only " + text.getFont().getSize() + " px");
        }
        words.add(new Words(labeled.getText(), at, text, labeled));
    }

    private static boolean inScrolled(Node node) {
        return scroller(node) != null;
    }

    private static @org.jspecify.annotations.Nullable Node scroller(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at instanceof DragPane || at instanceof DragList) {
                return at;
            }
        }
        return null;
    }

    private static Bounds window(Node node) {
        Node scroller = scroller(node);
        return scroller == null
                ? new BoundingBox(-1000, -1000, 4000, 4000)
                : scroller.localToScene(scroller.getLayoutBounds());
    }

    private static boolean overlap(Bounds a, Bounds b) {
        double across = Math.min(a.getMaxX(), b.getMaxX()) - Math.max(a.getMinX(), b.getMinX());
        double down = Math.min(a.getMaxY(), b.getMaxY()) - Math.max(a.getMinY(), b.getMinY());
        // Line boxes of neighbours touch by their empty ascents; letters do not within three pixels.
        return across > SLACK && down > 4;
    }
}
