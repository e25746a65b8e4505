// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.control;

import java.text.BreakIterator;
import java.util.Locale;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/**
 * A text that never ends in the middle of a thought: when it does not fit, whole sentences fall away from its end, and only
 * a single sentence that is too long is cut, at a word.
 */
public final class SentenceLabel extends Region {
    private final Label label = new Label();
    private final Text ruler = new Text();
    private String whole = "";
    private String fittedFor = "";

    public SentenceLabel(String... classes) {
        label.getStyleClass().addAll(classes);
        label.setWrapText(true);
        label.setAlignment(Pos.TOP_LEFT);
        label.fontProperty().addListener(font -> requestLayout());
        getChildren().add(label);
        setMinSize(0, 0);
    }

    public Label label() {
        return label;
    }

    public void setText(String text) {
        if (!text.equals(whole)) {
            whole = text;
            requestLayout();
        }
    }

    public String text() {
        return whole;
    }

    public void setAlignment(Pos pos) {
        label.setAlignment(pos);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        String key = width + "x" + height + label.getFont() + whole;
        if (!key.equals(fittedFor)) {
            fittedFor = key;
            label.setText(fitting(width, height));
        }
        label.resizeRelocate(0, 0, width, height);
    }

    private String fitting(double width, double height) {
        if (fits(whole, width, height)) {
            return whole;
        }
        String bySentence = longestPrefix(BreakIterator.getSentenceInstance(Locale.ROOT), "", width, height);
        return bySentence.isEmpty()
                ? longestPrefix(BreakIterator.getLineInstance(Locale.ROOT), " …", width, height)
                : bySentence;
    }

    private String longestPrefix(BreakIterator breaks, String ending, double width, double height) {
        breaks.setText(whole);
        String best = "";
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            String candidate = whole.substring(0, end).strip() + ending;
            if (!fits(candidate, width, height)) {
                break;
            }
            best = candidate;
        }
        return best;
    }

    private boolean fits(String text, double width, double height) {
        ruler.setFont(label.getFont());
        ruler.setWrappingWidth(Math.floor(width));
        ruler.setText(text);
        return ruler.getLayoutBounds().getHeight() <= height + 1;
    }

    @Override
    protected double computePrefHeight(double width) {
        ruler.setFont(label.getFont());
        ruler.setWrappingWidth(width > 0 ? Math.floor(width) : 0);
        ruler.setText(whole);
        return Math.ceil(ruler.getLayoutBounds().getHeight());
    }

    @Override
    protected double computePrefWidth(double height) {
        return label.prefWidth(height);
    }
}
