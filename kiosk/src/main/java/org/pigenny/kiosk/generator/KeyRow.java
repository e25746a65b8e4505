// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.generator;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.pigenny.core.model.Command;
import org.pigenny.kiosk.control.HoldKey;
import org.pigenny.kiosk.control.Key;
import org.pigenny.kiosk.control.Styles;
import org.pigenny.kiosk.frame.FirstSteps;
import org.pigenny.kiosk.frame.Ui;
import org.pigenny.kiosk.present.KeyState;

/** START with a choice, or STOP, or RESET; and service mode beside it. */
final class KeyRow extends HBox {
    private final Ui ui;
    private final Key start;
    private final Key stop;
    private final HoldKey reset;
    private final HoldKey service;
    private StartFacts facts = StartFacts.NONE;
    private boolean inService;
    private boolean first;

    KeyRow(Ui ui) {
        this.ui = ui;
        setSpacing(ui.px(10));
        double height = ui.metrics().primaryKey();
        start = new Key("start-choose", ui.say("ui.start"), this::choose).classes("big-key");
        stop = new Key("stop", ui.say("ui.stop"), () -> ui.asks().submit(new Command.Stop())).classes("big-key",
                "stop");
        reset = new HoldKey("reset", ui.time(), () -> ui.asks().submit(new Command.Reset())).classes("reset");
        service = new HoldKey("service", ui.time(), () -> ui.asks().submit(new Command.ServiceMode(!inService)))
                .classes("service");
        StackPane main = new StackPane(start, stop, reset);
        main.setMinSize(height, height);
        main.setPrefWidth(ui.px(168));
        service.setMinSize(height, height);
        service.setPrefWidth(ui.px(121));
        HBox.setHgrow(main, Priority.ALWAYS);
        HBox.setHgrow(service, Priority.SOMETIMES);
        getChildren().addAll(main, service);
    }

    private void choose() {
        if (first) {
            fireEvent(new FirstSteps());
        } else {
            ui.overlays().open(new StartPanel(ui, facts, ui.asks()::submit));
        }
    }

    void show(GeneratorPageState now) {
        facts = now.start();
        inService = now.service();
        KeyState key = now.key();
        first = key.kind() == KeyState.Kind.FIRST_STEPS;
        Styles.show(start, first || key.kind() == KeyState.Kind.START);
        Styles.show(stop, key.kind() == KeyState.Kind.STOP);
        Styles.show(reset, key.kind() == KeyState.Kind.RESET);
        start.say(ui.say("ui.start"), key.refused() ? key.note() : ui.say("ui.start.choose"));
        start.refuses(key.refused());
        stop.say(ui.say("ui.stop"), key.note());
        reset.say(ui.say("ui.reset"), ui.say("ui.key.hold"));
        service.say(ui.say(now.service() ? "ui.service.end" : "ui.service"), now.serviceNote());
        Styles.flag(service, "warned", now.service());
    }
}
