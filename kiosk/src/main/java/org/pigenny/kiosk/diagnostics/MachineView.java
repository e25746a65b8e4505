// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.diagnostics;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.pigenny.kiosk.control.Key;
import org.pigenny.kiosk.control.Styles;
import org.pigenny.kiosk.diagnostics.DiagnosticsViewModel.Fact;
import org.pigenny.kiosk.frame.Ui;

/** The machine under the screen, and the way to reboot it. Only words change while one looks. */
final class MachineView extends VBox {
    private final Ui ui;
    private final VBox facts;
    private final List<Label> values = new ArrayList<>();

    MachineView(Ui ui) {
        super(ui.px(16));
        this.ui = ui;
        facts = new VBox(ui.px(8));
        Key reboot = new Key("reboot", ui.say("ui.reboot.title"), () -> ui.overlays().open(RebootPanel.first(ui)))
                .sized(ui.px(220), ui.metrics().touch());
        reboot.setMaxWidth(ui.px(260));
        getChildren().addAll(facts, reboot);
    }

    void show(List<Fact> now) {
        while (values.size() < now.size()) {
            Label name = Styles.label(now.get(values.size()).name(), "quiet");
            name.setMinWidth(ui.px(190));
            name.setPrefWidth(ui.px(190));
            Label value = Styles.label("", "medium");
            value.setWrapText(true);
            value.setMinHeight(USE_PREF_SIZE);
            HBox.setHgrow(value, Priority.ALWAYS);
            values.add(value);
            facts.getChildren().add(new HBox(ui.px(10), name, value));
        }
        for (int i = 0; i < values.size(); i++) {
            values.get(i).setText(now.get(i).value());
        }
    }
}
