// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.commission;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.pigenny.core.api.Commissioning.Found;
import org.pigenny.core.api.Commissioning.Search;
import org.pigenny.core.api.Core;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Origin;
import org.pigenny.kiosk.control.Key;
import org.pigenny.kiosk.frame.Ui;

/** Looks for the inverter; a tap takes what was found. */
final class PortsView implements StepView {
    private final Ui ui;
    private final Consumer<String> done;
    private final Label said = Words.whole("", "medium");
    private final VBox found = new VBox();
    private final VBox node;

    PortsView(Ui ui, Consumer<String> done) {
        this.ui = ui;
        this.done = done;
        said.setId("commission-said");
        found.setSpacing(ui.px(8));
        node = new VBox(ui.px(10),
                new Key("ports-search", ui.say("setup.page.search"), this::search).classes("primary")
                        .sized(ui.px(200), ui.px(56)),
                said, found);
    }

    @Override
    public Node node() {
        return node;
    }

    private void search() {
        found.getChildren().clear();
        said.setText(ui.say("setup.ports.looking"));
        ui.asks().fetch(PortsView::look, this::show);
    }

    private static Search look(Core core) {
        try {
            return core.commissioning().orElseThrow().findInverter();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the screen ends", e);
        }
    }

    private void show(Search search) {
        said.setText(search.found().isEmpty() ? ui.say("setup.ports.none") : ui.say("setup.page.take"));
        int number = 0;
        for (Found one : search.found()) {
            Key key = new Key("ports-take-" + number++, one.port(), () -> take(one)).sized(ui.px(260), ui.px(64));
            key.say(one.port(), words(one));
            found.getChildren().add(key);
        }
        search.heard().forEach(heard -> found.getChildren().add(Words.whole(ui.words().say(heard), "quiet")));
    }

    private String words(Found one) {
        return ui.words().say(Message.of("setup.page.found", one.baud(), one.slave(), one.name()));
    }

    private void take(Found one) {
        Map<String, String> changes = new LinkedHashMap<>();
        changes.put("inverter.slave", Integer.toString(one.slave()));
        if (one.port().startsWith("/")) {
            changes.put("inverter.connection", "serial");
            changes.put("inverter.port", one.port());
            changes.put("inverter.baud", Integer.toString(one.baud()));
        }
        ui.asks().change(core -> core.settings().change(changes, Origin.SCREEN), accepted -> {
            if (accepted) {
                done.accept(one.port() + ", " + words(one));
            }
        });
    }
}
