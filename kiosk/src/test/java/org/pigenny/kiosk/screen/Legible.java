// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.screen;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.pigenny.kiosk.theme.Contrast;

/** Contrast of texts with what is really painted behind them: the colour that most of their place has. */
final class Legible {
    private static final double NUMBER = 7;
    private static final double TEXT = 4.5;
    private static final List<String> NUMBERS = List.of("number", "soc-number", "stepper-number", "pad-typed", "clock");

    private final WritableImage picture;

    Legible(Scene scene) {
        picture = scene.snapshot(null);
    }

    /** Returns what is wrong with the contrast of a text, in words; empty when it is fine. */
    String fault(Node node, Text text, Bounds at) {
        if (!(text.getFill() instanceof Color ink)) {
            return "'" + text.getText() + "' is painted with no plain colour";
        }
        double ratio = Contrast.ratio(ink, ground(at));
        double least = NUMBERS.stream().anyMatch(node.getStyleClass()::contains) ? NUMBER : TEXT;
        return ratio >= least
                ? ""
                : "'%s' has a contrast of only %.1f, less than %.1f".formatted(text.getText(), ratio, least);
    }

    private Color ground(Bounds at) {
        Map<Integer, Integer> seen = new HashMap<>();
        PixelReader pixels = picture.getPixelReader();
        int right = (int) Math.min(picture.getWidth() - 1, at.getMaxX());
        int bottom = (int) Math.min(picture.getHeight() - 1, at.getMaxY());
        for (int y = (int) Math.max(0, at.getMinY()); y <= bottom; y++) {
            for (int x = (int) Math.max(0, at.getMinX()); x <= right; x++) {
                seen.merge(pixels.getArgb(x, y), 1, Integer::sum);
            }
        }
        int most = seen.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(0);
        return Color.rgb(most >> 16 & 0xff, most >> 8 & 0xff, most & 0xff);
    }
}
