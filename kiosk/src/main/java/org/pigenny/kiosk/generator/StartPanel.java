// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.generator;

import java.time.Duration;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.pigenny.core.model.Command;
import org.pigenny.core.model.Message;
import org.pigenny.kiosk.control.Choice;
import org.pigenny.kiosk.control.HoldKey;
import org.pigenny.kiosk.control.Key;
import org.pigenny.kiosk.control.Stepper;
import org.pigenny.kiosk.control.Styles;
import org.pigenny.kiosk.control.Tone;
import org.pigenny.kiosk.frame.Ui;

/** How the generator shall run: until the battery is full enough, for a time, or until somebody stops it. */
final class StartPanel extends VBox {
    private enum Way {
        UNTIL_AUTO,
        FOR_A_TIME,
        UNTIL_STOPPED
    }

    private static final double FIRST_MINUTES = 60;

    private final Ui ui;
    private final StartFacts facts;
    private final Label words = Styles.label("", "quiet");
    private final Stepper minutes;
    private Way way;

    /** @param chosen gets the command after the key was held */
    StartPanel(Ui ui, StartFacts facts, Consumer<Command> chosen) {
        this.ui = ui;
        this.facts = facts;
        way = facts.batteryKnown() ? Way.UNTIL_AUTO : Way.FOR_A_TIME;
        setId("start-panel");
        setSpacing(ui.px(14));
        setPrefWidth(ui.px(520));
        double touch = ui.metrics().touch();
        Choice<Way> ways = new Choice<Way>("start-way", touch, this::choose)
                .option("way-auto", ui.words().say(Message.of("ui.way.auto", facts.stopSoc())), Way.UNTIL_AUTO)
                .option("way-time", ui.say("ui.way.time"), Way.FOR_A_TIME)
                .option("way-stopped", ui.say("ui.way.stopped"), Way.UNTIL_STOPPED);
        minutes = new Stepper("start-minutes", new Stepper.Limits(15, 720, 15), this::time, touch,
                ui.icons().icon("minus", ui.px(24)), ui.icons().icon("plus", ui.px(24)), value -> say())
                .running(ui.time());
        minutes.show(FIRST_MINUTES);
        words.setWrapText(true);
        words.setId("start-words");
        words.setMinHeight(ui.px(44));
        double key = ui.metrics().primaryKey();
        HoldKey start = new HoldKey("start-chosen", ui.time(), () -> {
            ui.overlays().close();
            chosen.accept(command());
        });
        start.say(ui.say("ui.start"), ui.say("ui.key.hold"));
        start.setMinSize(key * 1.6, key);
        Key cancel = new Key("start-cancel", ui.say("ui.cancel"), () -> ui.overlays().close()).sized(key, key);
        HBox keys = new HBox(ui.px(16), cancel, start);
        keys.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(Styles.label(ui.say("ui.way.title"), "title"), ways, minutes, words, keys);
        ways.select(way);
        choose(way);
    }

    private void choose(Way chosen) {
        way = chosen;
        minutes.setVisible(chosen == Way.FOR_A_TIME);
        say();
    }

    private void say() {
        words.setText(ui.words().say(switch (way) {
            case UNTIL_AUTO -> untilAuto();
            case FOR_A_TIME -> Message.of("ui.way.time_words", Duration.ofMinutes((long) minutes.value()));
            case UNTIL_STOPPED -> facts.limit().isPositive()
                    ? Message.of("ui.way.stopped_limit", facts.limit())
                    : Message.of("ui.way.stopped_words");
        }));
        Styles.tone(words, way == Way.UNTIL_AUTO && !facts.batteryKnown() ? Tone.WARN : Tone.CALM);
    }

    private Message untilAuto() {
        if (facts.batteryKnown()) {
            return Message.of("ui.way.auto_words", facts.stopSoc());
        }
        return facts.endsWithoutData()
                ? Message.of("ui.way.auto_ends")
                : Message.of("ui.way.auto_blind", facts.stopSoc(), facts.limit());
    }

    private String time(double value) {
        return ui.words().duration(Duration.ofMinutes((long) value));
    }

    private Command command() {
        return switch (way) {
            case UNTIL_AUTO -> new Command.StartUntilAuto();
            case FOR_A_TIME -> new Command.StartFor(Duration.ofMinutes((long) minutes.value()));
            case UNTIL_STOPPED -> new Command.StartUntilStopped();
        };
    }
}
