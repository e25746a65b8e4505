// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.home;

import java.util.List;
import java.util.OptionalDouble;
import javafx.geometry.Insets;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.pigenny.kiosk.control.BandBar;
import org.pigenny.kiosk.control.FlowLine;
import org.pigenny.kiosk.control.Press;
import org.pigenny.kiosk.control.SocRing;
import org.pigenny.kiosk.control.Sparkline;
import org.pigenny.kiosk.control.TileFactory;
import org.pigenny.kiosk.frame.PageId;
import org.pigenny.kiosk.frame.Ui;

/** The home page as nodes. One set of parts, placed for a screen that lies or stands. */
final class HomeView extends VBox {
    private static final double POWER_SPARK_LEAST_W = 500;

    private final Ui ui;
    private final HomeActions actions;
    private final SocRing ring = new SocRing();
    private final FlowLine flow;
    private final Sparkline solarSpark = new Sparkline("solar");
    private final Sparkline houseSpark = new Sparkline("house");
    private final BandBar band = new BandBar(44, 58, 49, 56);
    private final ValueTile solar = new ValueTile(solarSpark);
    private final ValueTile house = new ValueTile(houseSpark);
    private final ValueTile battery;
    private final ValueTile generator = new ValueTile(null);
    private final GeneratorPanel panel;
    private final LogLines log;

    HomeView(Ui ui, HomeActions actions) {
        this.ui = ui;
        this.actions = actions;
        solarSpark.setScale(0, POWER_SPARK_LEAST_W);
        houseSpark.setScale(0, POWER_SPARK_LEAST_W);
        band.setMaxHeight(ui.px(12));
        battery = new ValueTile(band);
        double icon = ui.px(26);
        flow = new FlowLine(List.of(ui.icons().icon("generator", icon), ui.icons().icon("battery", icon),
                ui.icons().icon("house", icon), ui.icons().icon("solar", icon)));
        flow.setPrefHeight(ui.px(32));
        flow.setMinHeight(ui.px(32));
        panel = new GeneratorPanel(ui, actions);
        log = new LogLines(ui.px(24), ui.px(58));
        log.setId("home-log");
        Press.opens(log, () -> actions.turnTo(PageId.LOG));
        setSpacing(ui.px(10));
        setPadding(new Insets(0, ui.px(12), ui.px(12), ui.px(12)));
        GridPane cards = ui.metrics().portrait() ? standing() : lying();
        VBox.setVgrow(cards, Priority.ALWAYS);
        getChildren().addAll(cards, panel);
        panel.setMinHeight(USE_PREF_SIZE);
        if (ui.metrics().roomForLogLines()) {
            log.setPrefHeight(ui.px(ui.metrics().portrait() ? 112 : 62));
            log.setMinHeight(ui.px(60));
            getChildren().add(log);
        }
    }

    private GridPane lying() {
        GridPane grid = grid(206, 280, 206);
        TileFactory tiles = new TileFactory(ui.icons(), ui.metrics());
        grid.add(tile(tiles, "solar", solar, PageId.TRENDS), 0, 0);
        grid.add(tile(tiles, "battery", battery, PageId.TRENDS), 0, 1);
        grid.add(ringCard(), 1, 0, 1, 2);
        grid.add(tile(tiles, "house", house, PageId.TRENDS), 2, 0);
        grid.add(tile(tiles, "generator", generator, PageId.GENERATOR), 2, 1);
        rows(grid, 137, 125);
        return grid;
    }

    private GridPane standing() {
        GridPane grid = grid(240, 240);
        TileFactory tiles = new TileFactory(ui.icons(), ui.metrics());
        grid.add(ringCard(), 0, 0, 2, 1);
        grid.add(tile(tiles, "solar", solar, PageId.TRENDS), 0, 1);
        grid.add(tile(tiles, "house", house, PageId.TRENDS), 1, 1);
        grid.add(tile(tiles, "battery", battery, PageId.TRENDS), 0, 2);
        grid.add(tile(tiles, "generator", generator, PageId.GENERATOR), 1, 2);
        rows(grid, 290, 130, 120);
        return grid;
    }

    private GridPane grid(double... shares) {
        GridPane grid = new GridPane();
        grid.setHgap(ui.px(10));
        grid.setVgap(ui.px(10));
        grid.setMinHeight(0);
        double all = java.util.Arrays.stream(shares).sum();
        for (double share : shares) {
            var column = new javafx.scene.layout.ColumnConstraints();
            column.setPercentWidth(100 * share / all);
            grid.getColumnConstraints().add(column);
        }
        return grid;
    }

    private static void rows(GridPane grid, double... shares) {
        double all = java.util.Arrays.stream(shares).sum();
        for (double share : shares) {
            var row = new javafx.scene.layout.RowConstraints();
            row.setPercentHeight(100 * share / all);
            row.setMinHeight(0);
            grid.getRowConstraints().add(row);
        }
    }

    private Region tile(TileFactory tiles, String name, Region content, PageId leadsTo) {
        Region tile = tiles.tile("tile-" + name, name, ui.say("ui.tile." + name), content);
        Press.opens(tile, () -> actions.turnTo(leadsTo));
        return tile;
    }

    private VBox ringCard() {
        VBox card = new VBox(ui.px(4), ring, flow);
        card.setId("tile-soc");
        card.getStyleClass().add("card");
        card.setPadding(new Insets(ui.px(12), ui.px(24), ui.px(10), ui.px(24)));
        ring.setMinSize(0, 0);
        ring.setPrefSize(0, 0);
        VBox.setVgrow(ring, Priority.ALWAYS);
        Press.opens(card, () -> actions.turnTo(PageId.TRENDS));
        return card;
    }

    void show(HomeState now) {
        ring.setMarks(now.marks());
        ring.show(now.soc(), now.socPercent(), now.socTone());
        solar.show(now.solar());
        house.show(now.house());
        battery.show(now.battery());
        band.show(now.volts());
        generator.show(now.generator());
        flow.show(now.flows());
        panel.show(now);
        log.show(now.newest());
    }

    void showHour(List<OptionalDouble> solarHour, List<OptionalDouble> houseHour) {
        solarSpark.show(solarHour);
        houseSpark.show(houseHour);
    }

    boolean moving() {
        return flow.running();
    }

    void step() {
        flow.step();
    }
}
