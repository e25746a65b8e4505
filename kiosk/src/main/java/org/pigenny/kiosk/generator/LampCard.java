// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.pigenny.kiosk.control.Lamp;
import org.pigenny.kiosk.control.Styles;
import org.pigenny.kiosk.frame.Ui;

/** Four relays and three inputs, as the board reads them back. */
final class LampCard extends VBox {
    private static final List<String> RELAYS = List.of("ign", "start", "glow", "charger");
    private static final List<String> INPUTS = List.of("running", "live", "starter");

    private final List<Lamp> lamps = new ArrayList<>();

    LampCard(Ui ui) {
        getStyleClass().add("card");
        setPadding(new Insets(ui.px(8), ui.px(14), ui.px(8), ui.px(14)));
        setSpacing(ui.px(4));
        GridPane grid = new GridPane();
        grid.setHgap(ui.px(8));
        VBox.setVgrow(grid, Priority.ALWAYS);
        grid.add(Styles.label(ui.say("ui.lamps"), "caption"), 0, 0, 2, 1);
        column(ui, grid, 0, "relay", RELAYS);
        column(ui, grid, 1, "input", INPUTS);
        for (int i = 0; i < 2; i++) {
            var column = new javafx.scene.layout.ColumnConstraints();
            column.setPercentWidth(50);
            grid.getColumnConstraints().add(column);
        }
        for (int i = 0; i < 5; i++) {
            var row = new javafx.scene.layout.RowConstraints();
            row.setVgrow(Priority.ALWAYS);
            row.setMinHeight(ui.px(24));
            grid.getRowConstraints().add(row);
        }
        getChildren().add(grid);
    }

    private void column(Ui ui, GridPane grid, int column, String kind, List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            String name = kind + "-" + names.get(i);
            Lamp lamp = new Lamp("lamp-" + name, ui.say("ui.lamp." + name), ui.px(8));
            lamps.add(lamp);
            grid.add(lamp, column, i + 1);
        }
    }

    void show(List<Optional<Boolean>> states) {
        for (int i = 0; i < lamps.size(); i++) {
            lamps.get(i).show(states.get(i));
        }
    }
}
