// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.frame;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.StackPane;
import org.pigenny.core.model.Command;
import org.pigenny.kiosk.control.Key;
import org.pigenny.kiosk.control.Styles;
import org.pigenny.kiosk.theme.Metrics;

/**
 * STOP beside, or under, every page that has none of its own, and above the veil of every panel, for as long as there may
 * be something to stop.
 */
final class StopDock extends StackPane {
    private final Key stop;

    StopDock(Ui ui, String id) {
        boolean standing = ui.metrics().portrait();
        double side = ui.metrics().primaryKey();
        stop = new Key(id, ui.say("ui.stop"), () -> ui.asks().submit(new Command.Stop()));
        stop.classes("big-key", "stop").sized(side, side);
        stop.setMaxHeight(side);
        if (!standing) {
            stop.setPrefWidth(side);
            stop.setMaxWidth(side);
        }
        setPadding(standing
                ? new Insets(0, ui.px(12), ui.px(10), ui.px(12))
                : new Insets(0, ui.px(12), ui.px(12), 0));
        setAlignment(Pos.BOTTOM_RIGHT);
        getChildren().add(stop);
    }

    /** What a panel leaves free for STOP, px; on both sides alike, so that the panel stands in the middle. */
    static Insets room(Metrics metrics) {
        double side = metrics.primaryKey();
        double below = side + metrics.px(10) + metrics.px(Rail.WIDTH);
        double beside = side + metrics.px(12);
        return metrics.portrait() ? new Insets(below, 0, below, 0) : new Insets(0, beside, 0, beside);
    }

    /** @param note what a stop does; empty hides the dock */
    void show(String note) {
        Styles.show(this, !note.isEmpty());
        if (!note.isEmpty()) {
            stop.say(stop.wordText(), note);
        }
    }
}
