// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.home;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.pigenny.kiosk.control.HoldKey;
import org.pigenny.kiosk.control.Key;
import org.pigenny.kiosk.control.Press;
import org.pigenny.kiosk.control.SentenceLabel;
import org.pigenny.kiosk.control.SequenceBar;
import org.pigenny.kiosk.control.Styles;
import org.pigenny.kiosk.frame.PageId;
import org.pigenny.kiosk.frame.Ui;
import org.pigenny.kiosk.present.KeyState;

/** What the generator does, how far it is, why; and the one big key beside it. */
final class GeneratorPanel extends HBox {
    private final Ui ui;
    private final Group warning;
    private final Label state = Styles.label("", "state-word");
    private final Label detail = Styles.label("", "state-detail");
    private final SequenceBar steps = new SequenceBar(false);
    private final SentenceLabel why = new SentenceLabel("quiet");
    private final HoldKey start;
    private final Key first;
    private final Key stop;
    private final HoldKey reset;

    GeneratorPanel(Ui ui, HomeActions actions) {
        this.ui = ui;
        warning = ui.icons().icon("warning", ui.px(26));
        warning.getStyleClass().add("icon-crit");
        start = new HoldKey("start", ui.time(), actions::start);
        first = new Key("start-first", ui.say("ui.start"), actions::firstSteps).classes("big-key");
        first.refuses(true);
        stop = new Key("stop", ui.say("ui.stop"), actions::stop).classes("big-key", "stop");
        reset = new HoldKey("reset", ui.time(), actions::reset).classes("reset");
        getStyleClass().add("card");
        // Beside the key there is room anyway on a lying screen; on a standing one the sentence makes its own.
        why.setMinHeight(ui.px(ui.metrics().portrait() ? 84 : 42));
        VBox words = new VBox(ui.px(10), head(), bar(), why);
        words.setMinWidth(0);
        VBox.setVgrow(why, Priority.ALWAYS);
        words.setId("home-words");
        Press.opens(words, () -> actions.turnTo(PageId.GENERATOR));
        setSpacing(ui.px(14));
        setPadding(new Insets(ui.px(10), ui.px(10), ui.px(10), ui.px(14)));
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(words, keys());
    }

    /** On a standing screen the detail has a line of its own: beside the big word there is no room. */
    private Region head() {
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        state.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(ui.px(8), warning, state);
        if (ui.metrics().portrait()) {
            return new VBox(head, detail);
        }
        head.getChildren().addAll(spring, detail);
        head.setAlignment(Pos.CENTER_LEFT);
        head.setMinHeight(ui.px(32));
        return head;
    }

    private Region bar() {
        steps.setMinHeight(ui.px(10));
        steps.setPrefHeight(ui.px(10));
        return steps;
    }

    private StackPane keys() {
        double height = ui.metrics().primaryKey();
        double width = Math.max(ui.px(150), height);
        StackPane keys = new StackPane(start, first, stop, reset);
        keys.setMinSize(width, height);
        keys.setPrefSize(width, height);
        keys.setMaxHeight(Double.MAX_VALUE);
        return keys;
    }

    void show(HomeState now) {
        state.setText(now.state().text());
        Styles.tone(state, now.state().tone());
        boolean abnormal = now.state().tone() == org.pigenny.kiosk.control.Tone.CRIT
                || now.state().tone() == org.pigenny.kiosk.control.Tone.WARN;
        Styles.show(warning, abnormal);
        Styles.choose(warning, java.util.List.of("icon-crit", "icon-warn"),
                now.state().tone() == org.pigenny.kiosk.control.Tone.CRIT ? "icon-crit" : "icon-warn");
        detail.setText(now.detail());
        steps.show(now.steps());
        why.setText(now.why());
        showKey(now.key());
    }

    private void showKey(KeyState key) {
        Styles.show(start, key.kind() == KeyState.Kind.START);
        Styles.show(first, key.kind() == KeyState.Kind.FIRST_STEPS);
        Styles.show(stop, key.kind() == KeyState.Kind.STOP);
        Styles.show(reset, key.kind() == KeyState.Kind.RESET);
        switch (key.kind()) {
            case START -> {
                String note = key.refused() ? key.note() : ui.say("ui.key.hold") + "\n" + key.note();
                start.say(ui.say("ui.start"), note);
                start.refuses(key.refused());
            }
            case FIRST_STEPS -> first.say(ui.say("ui.start"), key.note());
            case STOP -> stop.say(ui.say("ui.stop"), key.note());
            case RESET -> {
                reset.say(ui.say("ui.reset"), key.note());
                reset.refuses(key.refused());
            }
        }
    }
}
