// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.trends;

import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import org.pigenny.kiosk.control.Styles;
import org.pigenny.kiosk.frame.Ui;

/** Says what the bands behind the lines are. */
final class BandSample extends HBox {
    BandSample(Ui ui) {
        super(ui.px(5));
        Rectangle band = new Rectangle(ui.px(18), ui.px(20), ui.palette().color("-active-bg"));
        Rectangle bar = new Rectangle(ui.px(18), ui.px(4), ui.palette().color("-active"));
        StackPane sample = new StackPane(band, bar);
        sample.setAlignment(Pos.TOP_CENTER);
        sample.setMaxHeight(USE_PREF_SIZE);
        var word = Styles.label(ui.say("ui.trends.band"));
        word.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(sample, word);
        setAlignment(Pos.CENTER_LEFT);
    }
}
