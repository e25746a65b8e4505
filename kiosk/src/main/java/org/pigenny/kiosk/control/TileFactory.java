// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.control;

import eu.hansolo.tilesfx.Tile;
import eu.hansolo.tilesfx.skins.TileSkin;
import javafx.geometry.Insets;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.pigenny.kiosk.theme.Icons;
import org.pigenny.kiosk.theme.Metrics;

/** Makes the tiles of the screen: TilesFX tiles in our own skin, so that type, colours and touch are ours. */
public final class TileFactory {
    private final Icons icons;
    private final Metrics metrics;

    public TileFactory(Icons icons, Metrics metrics) {
        this.icons = icons;
        this.metrics = metrics;
    }

    /** A tile with an icon, its title, and something to show. */
    public Region tile(String id, String icon, String title, Node content) {
        Tile tile = new Tile(Tile.SkinType.CUSTOM);
        tile.setId(id);
        tile.setTitle(title);
        tile.setGraphic(content);
        tile.setSkin(new CardSkin(tile, icons.icon(icon, metrics.px(20)), metrics));
        tile.setMinSize(0, 0);
        tile.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        return tile;
    }

    /** Title line on top, content below, nothing scaled. A tile insists on a skin of its own family. */
    private static final class CardSkin extends TileSkin {
        private final BorderPane face = new BorderPane();

        CardSkin(Tile tile, Group icon, Metrics metrics) {
            super(tile);
            Label title = Styles.label(tile.getTitle(), "caption");
            HBox.setHgrow(title, Priority.ALWAYS);
            title.setMaxWidth(Double.MAX_VALUE);
            HBox top = new HBox(metrics.px(6), title, icon);
            face.setTop(top);
            face.setCenter(tile.getGraphic());
            face.setPadding(new Insets(metrics.px(9), metrics.px(14), metrics.px(9), metrics.px(14)));
            getChildren().setAll(face);
        }

        @Override
        protected void layoutChildren(double x, double y, double width, double height) {
            face.resizeRelocate(x, y, width, height);
        }
    }
}
