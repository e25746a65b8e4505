// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.home;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.pigenny.kiosk.control.Styles;
import org.pigenny.kiosk.present.LogLine;

/** The newest log lines, as many whole ones as there is room for. */
final class LogLines extends Region {
    private final double rowHeight;
    private final double timeWidth;
    private final List<Label> times = new ArrayList<>();
    private final List<Label> texts = new ArrayList<>();

    LogLines(double rowHeight, double timeWidth) {
        this.rowHeight = rowHeight;
        this.timeWidth = timeWidth;
        getStyleClass().add("card");
        setMinSize(0, 0);
    }

    void show(List<LogLine> lines) {
        while (times.size() < lines.size()) {
            times.add(Styles.label("", "log-time"));
            texts.add(Styles.label("", "log-text"));
            getChildren().addAll(times.getLast(), texts.getLast());
        }
        for (int i = 0; i < times.size(); i++) {
            boolean there = i < lines.size();
            times.get(i).setText(there ? lines.get(i).time() : "");
            texts.get(i).setText(there ? lines.get(i).text() : "");
            if (there) {
                Styles.tone(texts.get(i), lines.get(i).tone());
            }
        }
    }

    @Override
    protected void layoutChildren() {
        double margin = rowHeight * 0.5;
        int rows = (int) ((getHeight() - margin * 0.8) / rowHeight);
        double top = (getHeight() - Math.min(rows, times.size()) * rowHeight) / 2;
        for (int i = 0; i < times.size(); i++) {
            boolean room = i < rows;
            times.get(i).setVisible(room);
            texts.get(i).setVisible(room);
            double y = Math.rint(top + i * rowHeight);
            times.get(i).resizeRelocate(margin, y, timeWidth, rowHeight);
            texts.get(i).resizeRelocate(margin + timeWidth, y, getWidth() - 2 * margin - timeWidth, rowHeight);
        }
    }
}
