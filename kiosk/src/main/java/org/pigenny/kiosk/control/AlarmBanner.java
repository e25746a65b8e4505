// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.control;

import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One alarm: its mark, its words, since when and how often, what to do; and keys beside it. */
public final class AlarmBanner extends HBox {
    /** @param tone WARN or CRIT; CALM once it is acknowledged or over */
    public record Alarm(String code, String text, String times, String remedy, Tone tone) {}

    /** @param keys what can be done about it */
    public AlarmBanner(Alarm alarm, Node icon, double em, List<? extends Node> keys) {
        getStyleClass().addAll("card", "alarm", alarm.tone().styleClass() + "-edge");
        setId("alarm-" + alarm.code());
        setSpacing(em * 0.75);
        setPadding(new Insets(em * 0.6, em * 0.75, em * 0.6, em));
        setAlignment(Pos.CENTER_LEFT);
        icon.getStyleClass().add(switch (alarm.tone()) {
            case CRIT -> "icon-crit";
            case WARN -> "icon-warn";
            case CALM, ACTIVE, GOOD -> "icon-calm";
        });
        Label text = wrapped(alarm.text(), "strong");
        Label times = wrapped(alarm.times(), "quiet");
        Label remedy = wrapped(alarm.remedy(), "medium");
        VBox words = new VBox(em * 0.15, text, remedy, times);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(icon, words);
        getChildren().addAll(keys);
        setMinHeight(USE_PREF_SIZE);
    }

    private static Label wrapped(String words, String styleClass) {
        Label label = Styles.label(words, styleClass);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        Styles.show(label, !words.isEmpty());
        return label;
    }
}
