// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.settings;

import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.layout.VBox;
import org.pigenny.kiosk.control.DragPane;
import org.pigenny.kiosk.control.Key;
import org.pigenny.kiosk.control.Styles;
import org.pigenny.kiosk.frame.Ui;

/** The time zones of the world, to be dragged through. */
public final class ZonePanel extends VBox {
    private static final List<String> REGIONS = List.of("Europe/", "Africa/", "America/", "Asia/", "Atlantic/",
            "Australia/", "Indian/", "Pacific/");

    public ZonePanel(Ui ui, Consumer<String> chosen) {
        setId("zone-panel");
        setSpacing(ui.px(10));
        VBox list = new VBox(ui.px(8));
        list.getChildren().add(key(ui, ui.say("ui.zone.system"), "", chosen));
        for (String region : REGIONS) {
            ZoneId.getAvailableZoneIds()
                    .stream()
                    .filter(id -> id.startsWith(region))
                    .sorted()
                    .forEach(id -> list.getChildren().add(key(ui, id, id, chosen)));
        }
        DragPane pane = new DragPane(list);
        pane.setPrefSize(ui.px(420), ui.px(310));
        getChildren().addAll(Styles.label(ui.say("ui.zone.title"), "title"), pane,
                new Key("zone-cancel", ui.say("ui.cancel"), () -> ui.overlays().close()).sized(ui.px(140),
                        ui.metrics().touch()));
    }

    private static Key key(Ui ui, String text, String id, Consumer<String> chosen) {
        return new Key("zone-" + (id.isEmpty() ? "system" : id.replace('/', '-')), text, () -> {
            ui.overlays().close();
            chosen.accept(id);
        }).sized(ui.px(300), ui.metrics().touch());
    }
}
