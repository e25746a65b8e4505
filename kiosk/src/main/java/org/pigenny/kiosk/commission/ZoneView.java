// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.commission;

import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.pigenny.core.model.Origin;
import org.pigenny.kiosk.control.Key;
import org.pigenny.kiosk.frame.Ui;
import org.pigenny.kiosk.settings.ZonePanel;

/** The owner's time zone, from the list of all. */
final class ZoneView implements StepView {
    private final Ui ui;
    private final Consumer<String> done;
    private final Label zone = Words.whole("", "medium");
    private final VBox node;

    ZoneView(Ui ui, Consumer<String> done) {
        this.ui = ui;
        this.done = done;
        zone.setId("commission-zone");
        node = new VBox(ui.px(10), zone,
                new HBox(ui.px(12),
                        new Key("zone-choose", ui.say("setup.page.choose"),
                                () -> ui.overlays().open(new ZonePanel(ui, this::take))).sized(ui.px(160), ui.px(56)),
                        new Key("zone-keep", ui.say("setup.page.keep"), () -> done.accept(zone.getText()))
                                .classes("primary")
                                .sized(ui.px(160), ui.px(56))));
        ui.asks().fetch(core -> core.snapshot().zone().getId(), zone::setText);
    }

    @Override
    public Node node() {
        return node;
    }

    private void take(String id) {
        ui.asks().change(core -> core.settings().change(Map.of("site.time_zone", id), Origin.SCREEN), accepted -> {
            if (accepted) {
                done.accept(id.isEmpty() ? "system" : id);
            }
        });
    }
}
