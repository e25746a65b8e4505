// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.generator;

import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.pigenny.kiosk.control.SequenceBar;
import org.pigenny.kiosk.control.Styles;
import org.pigenny.kiosk.frame.Ui;

/** The generator page as nodes. */
final class GeneratorView extends VBox {
    private final Label state = Styles.label("", "state-word");
    private final Label detail = Styles.label("", "state-detail");
    private final Label left = Styles.label("", "state-word");
    private final Label leftOf = Styles.label("", "state-detail");
    private final SequenceBar steps = new SequenceBar(true);
    private final WhyCard why;
    private final LampCard lamps;
    private final KeyRow keys;

    GeneratorView(Ui ui) {
        why = new WhyCard(ui);
        lamps = new LampCard(ui);
        keys = new KeyRow(ui);
        setSpacing(ui.px(10));
        setPadding(new Insets(0, ui.px(12), ui.px(12), ui.px(12)));
        Region sequence = sequence(ui);
        VBox right = new VBox(ui.px(10), lamps, keys);
        VBox.setVgrow(lamps, Priority.ALWAYS);
        getChildren().add(sequence);
        if (ui.metrics().portrait()) {
            VBox.setVgrow(why, Priority.ALWAYS);
            lamps.setMinHeight(ui.px(170));
            getChildren().addAll(why, right);
        } else {
            right.setMinWidth(ui.px(299));
            right.setPrefWidth(ui.px(299));
            HBox.setHgrow(why, Priority.ALWAYS);
            why.setMinWidth(0);
            why.setPrefWidth(ui.px(300));
            HBox lower = new HBox(ui.px(10), why, right);
            VBox.setVgrow(lower, Priority.ALWAYS);
            lower.setMinHeight(0);
            getChildren().add(lower);
        }
    }

    private Region sequence(Ui ui) {
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        state.setMinWidth(USE_PREF_SIZE);
        left.setMinWidth(USE_PREF_SIZE);
        leftOf.setMinWidth(USE_PREF_SIZE);
        HBox head = new HBox(ui.px(10), state, spring, left, leftOf);
        head.setAlignment(Pos.BASELINE_LEFT);
        boolean standing = ui.metrics().portrait();
        if (!standing) {
            head.getChildren().add(1, detail);
        }
        steps.setMinHeight(ui.px(44));
        steps.setPrefHeight(ui.px(44));
        VBox card = new VBox(ui.px(4), head, steps);
        if (standing) {
            card.getChildren().add(1, detail);
        }
        card.getStyleClass().add("card");
        card.setPadding(new Insets(ui.px(8), ui.px(14), ui.px(10), ui.px(14)));
        card.setMinHeight(USE_PREF_SIZE);
        return card;
    }

    void show(GeneratorPageState now) {
        state.setText(now.state().text());
        Styles.tone(state, now.state().tone());
        detail.setText(now.detail());
        left.setText(now.left());
        leftOf.setText(now.leftOf());
        steps.show(now.steps());
        why.show(now);
        lamps.show(now.lamps());
        keys.show(now);
    }

    void showRuns(List<String> days, List<String> stories) {
        why.showRuns(days, stories);
    }
}
