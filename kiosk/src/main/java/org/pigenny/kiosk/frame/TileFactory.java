// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.frame;

import eu.hansolo.tilesfx.Tile;
import javafx.geometry.Insets;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SkinBase;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.pigenny.kiosk.control.Styles;

/** Makes the tiles of the screen: TilesFX tiles in our own skin, so that type, colours and touch are ours. */
public final class TileFactory {
    private final Ui ui;

    public TileFactory(Ui ui) {
        this.ui = ui;
    }

    /** A tile with an icon, its title, and something to show. */
    public Tile tile(String id, String icon, String title, Node content) {
        Tile tile = new Tile(Tile.SkinType.CUSTOM);
        tile.setId(id);
        tile.setTitle(title);
        tile.setGraphic(content);
        tile.setSkin(new CardSkin(tile, ui.icons().icon(icon, ui.px(20)), ui));
        tile.setMinSize(0, 0);
        tile.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        return tile;
    }

    /** Title line on top, content below, nothing scaled. */
    private static final class CardSkin extends SkinBase<Tile> {
        private final BorderPane face = new BorderPane();

        CardSkin(Tile tile, Group icon, Ui ui) {
            super(tile);
            Label title = Styles.label(tile.getTitle(), "caption");
            HBox.setHgrow(title, Priority.ALWAYS);
            title.setMaxWidth(Double.MAX_VALUE);
            HBox top = new HBox(ui.px(6), title, icon);
            face.setTop(top);
            face.setCenter(tile.getGraphic());
            face.setPadding(new Insets(ui.px(9), ui.px(14), ui.px(9), ui.px(14)));
            getChildren().setAll(face);
        }

        @Override
        protected void layoutChildren(double x, double y, double width, double height) {
            face.resizeRelocate(x, y, width, height);
        }
    }
}
