// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.settings;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.pigenny.core.api.SettingsPort.Version;
import org.pigenny.core.model.Message;
import org.pigenny.kiosk.control.HoldKey;
import org.pigenny.kiosk.control.Styles;
import org.pigenny.kiosk.frame.Ui;

/** An earlier version: when, by whom, what changed, and the way back to it. */
final class VersionRow extends HBox {
    VersionRow(Ui ui, Version version, ZoneId zone, Runnable rollBack) {
        getStyleClass().add("setting");
        setId("version-" + version.id());
        setSpacing(ui.px(12));
        setAlignment(Pos.CENTER_LEFT);
        String when = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", ui.words().locale())
                .format(version.at().atZone(zone));
        Label head = Styles.label(ui.words().say(Message.of("ui.version.by", when, version.origin().name())), "medium");
        Label what = Styles.label(version.changes()
                .stream()
                .map(change -> SettingWords.name(ui.words(), change.key()) + ": "
                        + SettingWords.value(ui.words(), change.key(), change.before()) + " \u2192 "
                        + SettingWords.value(ui.words(), change.key(), change.after()))
                .collect(Collectors.joining("\n")), "quiet");
        what.setWrapText(true);
        what.setMinHeight(USE_PREF_SIZE);
        VBox words = new VBox(head, what);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HoldKey back = new HoldKey("roll-back-" + version.id(), ui.time(), rollBack).classes("small-hold");
        back.say(ui.say("ui.version.back"), ui.say("ui.key.hold"));
        back.setMinSize(ui.px(120), ui.px(60));
        getChildren().addAll(words, back);
        setMinHeight(USE_PREF_SIZE);
    }
}
