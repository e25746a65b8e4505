// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.bench;

import eu.hansolo.tilesfx.Tile;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;

/** The comparison: a bare window with four TilesFX tiles. Prints when it was drawn, and ends. */
public final class BareWindow {
    private BareWindow() {}

    public static void main(String[] args) {
        Platform.startup(() -> {
            HBox box = new HBox();
            for (int i = 0; i < 4; i++) {
                Tile tile = new Tile(Tile.SkinType.NUMBER);
                tile.setTitle("Tile " + i);
                tile.setValue(40 + i);
                tile.setPrefSize(200, 200);
                box.getChildren().add(tile);
            }
            Stage stage = new Stage();
            stage.setScene(new Scene(box, 800, 480));
            stage.show();
            Stopwatch.endAfterFirstPicture(stage.getScene());
        });
    }
}
