// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.diagnostics;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.pigenny.core.api.Core;
import org.pigenny.core.api.Workshop;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Outcome;
import org.pigenny.kiosk.control.HoldKey;
import org.pigenny.kiosk.control.Key;
import org.pigenny.kiosk.control.LetterPad;
import org.pigenny.kiosk.control.Styles;
import org.pigenny.kiosk.control.Tone;
import org.pigenny.kiosk.frame.Ui;

/**
 * A reboot wants to be meant twice: a held key, then the word itself, typed (operations.md). The core refuses it while the
 * engine runs or may be running.
 */
final class RebootPanel {
    private RebootPanel() {}

    /** The first of the two confirmations. */
    static VBox first(Ui ui) {
        VBox panel = panel(ui, "reboot-panel");
        Label words = Styles.label(ui.say("ui.reboot.words"), "quiet");
        words.setWrapText(true);
        words.setMinHeight(VBox.USE_PREF_SIZE);
        double key = ui.metrics().primaryKey();
        HoldKey go = new HoldKey("reboot-first", ui.time(), () -> {
            ui.overlays().close();
            ui.overlays().open(second(ui));
        });
        go.say(ui.say("ui.reboot"), ui.say("ui.key.hold"));
        go.setMinSize(key * 1.6, key);
        HBox keys = new HBox(ui.px(16), cancel(ui, key), go);
        keys.setAlignment(Pos.CENTER_RIGHT);
        panel.getChildren().addAll(words, keys);
        return panel;
    }

    private static VBox second(Ui ui) {
        VBox panel = panel(ui, "reboot-word");
        LetterPad[] pad = new LetterPad[1];
        pad[0] = new LetterPad(ui.px(52), ui.say("ui.reboot"), ui.icons().icon("erase", ui.px(24)), typed -> {
            if (typed.equals(Workshop.REBOOT)) {
                ui.overlays().close();
                ui.asks().change(core -> reboot(core, typed), done -> {});
            } else {
                pad[0].clear();
                pad[0].hint(ui.words().say(Message.of("ui.reboot.wrong", Workshop.REBOOT)), Tone.WARN);
            }
        });
        pad[0].hint(ui.words().say(Message.of("ui.reboot.type", Workshop.REBOOT)), Tone.CALM);
        panel.getChildren().addAll(pad[0], cancel(ui, ui.metrics().touch()));
        return panel;
    }

    private static Outcome reboot(Core core, String typed) {
        return core.workshop()
                .map(shop -> shop.reboot(typed, Origin.SCREEN))
                .orElseGet(() -> new Outcome.Refused(Message.of("ui.diag.none")));
    }

    private static VBox panel(Ui ui, String id) {
        VBox panel = new VBox(ui.px(12), Styles.label(ui.say("ui.reboot.title"), "title"));
        panel.setId(id);
        panel.setPrefWidth(ui.px(545));
        return panel;
    }

    private static Key cancel(Ui ui, double size) {
        return new Key("reboot-cancel", ui.say("ui.cancel"), () -> ui.overlays().close()).sized(ui.px(120), size);
    }
}
