// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.generator;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.pigenny.core.model.Command;
import org.pigenny.kiosk.control.Choice;
import org.pigenny.kiosk.control.DragPane;
import org.pigenny.kiosk.control.HoldKey;
import org.pigenny.kiosk.control.Key;
import org.pigenny.kiosk.control.PointList;
import org.pigenny.kiosk.control.Styles;
import org.pigenny.kiosk.frame.Ui;

/** Why it does what it does; the last runs; hours and service. One of the three at a time. */
final class WhyCard extends VBox {
    private enum Part {
        WHY,
        RUNS,
        UPKEEP
    }

    private final Ui ui;
    private final Label sentence = Styles.label("", "medium");
    private final PointList points;
    private final Label lastRun = Styles.label("");
    private final VBox runs;
    private final GridPane care = new GridPane();
    private final GridPane upkeep = new GridPane();
    private final Key endHold;
    private final Key setFuel;
    private final DragPane whyPane;
    private final DragPane runsPane;
    private final DragPane upkeepPane;
    private List<GeneratorPageState.UpkeepRow> table = List.of();
    private double fuel;

    WhyCard(Ui ui) {
        this.ui = ui;
        getStyleClass().add("card");
        setSpacing(ui.px(8));
        setPadding(new Insets(ui.px(8), ui.px(8), ui.px(10), ui.px(14)));
        points = new PointList(ui.px(6));
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        endHold = new Key("end-hold", ui.say("ui.hold.end"), () -> ui.asks().submit(new Command.EndHold()))
                .sized(ui.px(220), ui.metrics().touch());
        lastRun.setWrapText(true);
        lastRun.setMinHeight(USE_PREF_SIZE);
        VBox last = new VBox(ui.px(4), Styles.label(ui.say("ui.part.last_run"), "quiet"), lastRun);
        last.getStyleClass().add("apart");
        last.setMinHeight(USE_PREF_SIZE);
        last.visibleProperty().bind(lastRun.textProperty().isNotEmpty());
        last.managedProperty().bind(last.visibleProperty());
        VBox why = new VBox(ui.px(8), sentence, points, endHold, last);
        runs = new VBox(ui.px(10));
        for (GridPane table : List.of(care, upkeep)) {
            table.setHgap(ui.px(12));
            table.setVgap(ui.px(3));
        }
        whyPane = new DragPane(why);
        runsPane = new DragPane(runs);
        setFuel = new Key("set-fuel", ui.say("ui.fuel.set"), () -> ui.overlays().open(new FuelPanel(ui, fuel)))
                .sized(ui.px(180), ui.metrics().touch());
        upkeepPane = new DragPane(new VBox(ui.px(8), care, careKeys(ui, setFuel), upkeep));
        StackPane body = new StackPane(whyPane, runsPane, upkeepPane);
        VBox.setVgrow(body, Priority.ALWAYS);
        body.setMinHeight(0);
        Choice<Part> parts = new Choice<Part>("generator-part", ui.metrics().touch(), this::open)
                .option("part-why", ui.say("ui.part.why"), Part.WHY)
                .option("part-runs", ui.say("ui.part.runs"), Part.RUNS)
                .option("part-upkeep", ui.say("ui.part.upkeep"), Part.UPKEEP);
        parts.select(Part.WHY);
        getChildren().addAll(parts, body);
        open(Part.WHY);
    }

    /** What a person tells the appliance after having cared for the engine. */
    private static HBox careKeys(Ui ui, Key setFuel) {
        HoldKey done = new HoldKey("service-done", ui.time(), () -> ui.asks().submit(new Command.ServiceDone()))
                .classes("small-hold");
        done.say(ui.say("ui.service.done"), ui.say("ui.key.hold"));
        done.setMinSize(ui.px(170), ui.px(60));
        HBox keys = new HBox(ui.px(10), done, setFuel);
        keys.setAlignment(Pos.CENTER_LEFT);
        return keys;
    }

    private void open(Part part) {
        Styles.show(whyPane, part == Part.WHY);
        Styles.show(runsPane, part == Part.RUNS);
        Styles.show(upkeepPane, part == Part.UPKEEP);
    }

    void show(GeneratorPageState now) {
        sentence.setText(now.why());
        points.show(now.points());
        Styles.show(endHold, now.hold());
        Styles.show(setFuel, now.tank());
        fuel = now.fuelPct();
        if (!now.upkeep().equals(table)) {
            table = now.upkeep();
            fillTable();
        }
    }

    /** What wants care on top, with the keys for it; the counters below. */
    private void fillTable() {
        care.getChildren().clear();
        upkeep.getChildren().clear();
        for (int row = 0; row < table.size(); row++) {
            List<String> values = table.get(row).values();
            GridPane grid = values.size() == 1 ? care : upkeep;
            Label name = Styles.label(table.get(row).name(), "quiet");
            name.setMinWidth(Region.USE_PREF_SIZE);
            grid.add(name, 0, row);
            for (int column = 0; column < values.size(); column++) {
                Label value = Styles.label(values.get(column), row == 0 ? "quiet" : "medium");
                value.setWrapText(values.size() == 1);
                value.setMinHeight(USE_PREF_SIZE);
                grid.add(value, column + 1, row);
            }
        }
    }

    /** @param days and stories of the same length */
    void showRuns(List<String> days, List<String> stories) {
        List<VBox> lines = new ArrayList<>();
        for (int i = 0; i < stories.size(); i++) {
            Label text = Styles.label(stories.get(i));
            text.setWrapText(true);
            text.setMinHeight(USE_PREF_SIZE);
            lines.add(new VBox(Styles.label(days.get(i), "quiet"), text));
        }
        runs.getChildren().setAll(lines);
        lastRun.setText(lines.isEmpty() ? "" : days.getFirst() + ", " + stories.getFirst());
        if (lines.isEmpty()) {
            runs.getChildren().add(Styles.label(ui.say("ui.runs.none"), "quiet"));
        }
    }
}
