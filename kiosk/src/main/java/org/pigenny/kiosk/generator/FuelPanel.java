// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.generator;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.pigenny.core.model.Command;
import org.pigenny.kiosk.control.Choice;
import org.pigenny.kiosk.control.Key;
import org.pigenny.kiosk.control.Stepper;
import org.pigenny.kiosk.control.Styles;
import org.pigenny.kiosk.frame.Ui;

/** The tank was filled, or somebody has looked into it: from here on the fuel is counted. */
final class FuelPanel extends VBox {
    private static final double FULL = 100;
    private static final double STEP = 5;
    private static final double[] QUICK = {25, 50, 75, FULL};

    private final Stepper level;

    /** @param percent shown first */
    FuelPanel(Ui ui, double percent) {
        super(ui.px(14));
        setId("fuel-panel");
        setPrefWidth(ui.px(480));
        double touch = ui.metrics().touch();
        Choice<Double> quick = new Choice<>("fuel-quick", touch, this::choose);
        for (double one : QUICK) {
            String text = one == FULL ? ui.say("ui.fuel.full") : Math.round(one) + " %";
            quick.option("fuel-" + Math.round(one), text, one);
        }
        level = new Stepper("fuel-level", new Stepper.Limits(0, FULL, STEP), value -> Math.round(value) + " %", touch,
                ui.icons().icon("minus", ui.px(24)), ui.icons().icon("plus", ui.px(24)), quick::select)
                .running(ui.time());
        level.show(Math.rint(percent / STEP) * STEP);
        quick.select(level.value());
        Label words = Styles.label(ui.say("ui.fuel.words"), "quiet");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        Key cancel = new Key("fuel-cancel", ui.say("ui.cancel"), () -> ui.overlays().close()).sized(ui.px(120), touch);
        Key set = new Key("fuel-save", ui.say("ui.fuel.save"), () -> {
            ui.overlays().close();
            ui.asks().submit(new Command.SetFuel(level.value()));
        }).classes("primary").sized(ui.px(160), touch);
        HBox.setHgrow(set, Priority.ALWAYS);
        HBox keys = new HBox(ui.px(12), cancel, set);
        keys.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(Styles.label(ui.say("ui.fuel.title"), "title"), quick, level, words, keys);
    }

    private void choose(double percent) {
        level.show(percent);
    }
}
