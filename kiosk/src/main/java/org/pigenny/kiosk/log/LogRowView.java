// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.log;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import org.pigenny.kiosk.control.SentenceLabel;
import org.pigenny.kiosk.control.Styles;
import org.pigenny.kiosk.control.Tone;
import org.pigenny.kiosk.frame.Ui;

/** A row of the log. Placed by hand, because a thousand of them pass under a finger. */
final class LogRowView extends Region {
    private static final String DOT = "M3 6 A3 3 0 1 0 9 6 A3 3 0 1 0 3 6";
    private static final String TRIANGLE = "M6 1 L11.5 11 L0.5 11 Z";
    private static final String SQUARE = "M1 1 H11 V11 H1 Z";

    private final SVGPath mark = new SVGPath();
    private final Label day = Styles.label("", "quiet");
    private final Label time = Styles.label("", "medium");
    private final SentenceLabel text = new SentenceLabel("log-text");
    private final Label tag = Styles.label("", "quiet");
    private final Ui ui;

    LogRowView(Ui ui) {
        this.ui = ui;
        getStyleClass().add("row");
        mark.getStyleClass().add("sev-mark");
        text.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        getChildren().addAll(mark, day, time, text, tag);
    }

    void show(LogRow row) {
        day.setText(row.day());
        time.setText(row.time());
        text.setText(row.text());
        tag.setText(row.tag());
        Styles.choose(this, List.of("sev-warn", "sev-crit"), switch (row.tone()) {
            case WARN -> "sev-warn";
            case CRIT -> "sev-crit";
            case CALM, ACTIVE, GOOD -> "";
        });
        mark.setContent(row.tone() == Tone.CRIT ? SQUARE : row.tone() == Tone.WARN ? TRIANGLE : DOT);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double height = getHeight();
        double left = ui.px(64);
        mark.relocate(ui.px(4), (height - mark.getLayoutBounds().getHeight()) / 2);
        double tagWidth = Math.min(tag.prefWidth(-1), getWidth() * 0.3);
        day.resizeRelocate(ui.px(24), 0, left, height);
        time.resizeRelocate(ui.px(24) + left, 0, ui.px(56), height);
        double start = time.getText().isEmpty() ? ui.px(24) : ui.px(24) + left + ui.px(62);
        double end = getWidth() - ui.px(6) - tagWidth;
        text.resizeRelocate(start, ui.px(3), Math.max(0, end - start - ui.px(10)), height - ui.px(6));
        tag.resizeRelocate(end, 0, tagWidth, height);
    }
}
