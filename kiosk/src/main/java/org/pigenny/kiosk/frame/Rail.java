// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.frame;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.pigenny.kiosk.control.Styles;

/** The way between pages: at the left of a lying screen, at the bottom of a standing one. */
final class Rail extends StackPane {
    /** Across the rail, px of the design. */
    static final double WIDTH = 64;

    private final Map<PageId, ToggleButton> keys = new EnumMap<>(PageId.class);
    private final Label badge = Styles.label("", "badge");

    Rail(Ui ui, Consumer<PageId> go) {
        boolean standing = ui.metrics().portrait();
        Pane box = standing ? new HBox() : new VBox();
        getStyleClass().add("rail");
        Styles.flag(this, "bottom", standing);
        for (PageId id : PageId.values()) {
            ToggleButton key = key(ui, id, go);
            keys.put(id, key);
            if (standing) {
                HBox.setHgrow(key, Priority.ALWAYS);
            } else {
                VBox.setVgrow(key, Priority.ALWAYS);
            }
            box.getChildren().add(key);
        }
        getChildren().add(box);
        setMinSize(ui.px(WIDTH), ui.px(WIDTH));
        setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        if (standing) {
            setPrefHeight(ui.px(WIDTH));
        } else {
            setPrefWidth(ui.px(WIDTH));
        }
    }

    private ToggleButton key(Ui ui, PageId id, Consumer<PageId> go) {
        ToggleButton key = new ToggleButton();
        key.setId("rail-" + id.word());
        key.setAccessibleText(ui.say("ui.page." + id.word()));
        key.getStyleClass().setAll("rail-key");
        key.setFocusTraversable(false);
        key.setAlignment(Pos.CENTER);
        StackPane face = new StackPane(ui.icons().icon(id.word(), ui.px(26)));
        if (id == PageId.ALARMS) {
            badge.setId("alarm-badge");
            badge.setMinWidth(USE_PREF_SIZE);
            badge.setTranslateX(ui.px(14));
            badge.setTranslateY(-ui.px(12));
            badge.setVisible(false);
            face.getChildren().add(badge);
        }
        key.setGraphic(face);
        key.setMinSize(ui.metrics().touch(), ui.metrics().touch());
        key.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        key.setOnAction(event -> {
            key.setSelected(true);
            go.accept(id);
        });
        return key;
    }

    void select(PageId id) {
        keys.forEach((page, key) -> key.setSelected(page == id));
    }

    void showAlarms(int open, int unseen) {
        badge.setText(String.valueOf(open));
        badge.setVisible(open > 0);
        Styles.flag(badge, "seen", unseen == 0);
    }
}
