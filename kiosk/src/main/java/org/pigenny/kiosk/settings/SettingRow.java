// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.settings;

import java.time.LocalTime;
import java.util.Locale;
import java.util.function.BiConsumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.ToggleSwitch;
import org.pigenny.core.model.Message;
import org.pigenny.kiosk.control.Choice;
import org.pigenny.kiosk.control.Key;
import org.pigenny.kiosk.control.NumberPad;
import org.pigenny.kiosk.control.Stepper;
import org.pigenny.kiosk.control.Styles;
import org.pigenny.kiosk.control.Tone;
import org.pigenny.kiosk.frame.Ui;

/** One setting: its name, its effect and limits, and the control that fits its kind. */
final class SettingRow extends HBox {
    private static final int MINUTES_A_DAY = 24 * 60;
    private static final int QUARTER = 15;
    private static final char NO_BREAK = '\u00a0';

    private final Ui ui;
    private final Item item;
    private final String id;
    private final BiConsumer<String, String> changed;
    private final Label note = Styles.label("", "quiet");

    /** @param changed gets key and new value */
    SettingRow(Ui ui, Item item, String value, BiConsumer<String, String> changed) {
        this.ui = ui;
        this.item = item;
        this.changed = changed;
        getStyleClass().add("setting");
        id = item.key().replace('.', '-');
        setId("set-" + id);
        setAlignment(Pos.CENTER_LEFT);
        setSpacing(ui.px(12));
        setPadding(new Insets(ui.px(6), 0, ui.px(6), 0));
        Label name = Styles.label(ui.say("ui.set." + item.key()), "medium");
        name.setWrapText(true);
        name.setMinHeight(USE_PREF_SIZE);
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        VBox words = new VBox(name, note);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(words, control(value));
        setMinHeight(USE_PREF_SIZE);
    }

    /** What it does, then what is allowed. */
    void note(String text, boolean pending) {
        String limits = limits();
        note.setText(limits.isEmpty() || text.isEmpty() ? text + limits : text + " " + limits);
        Styles.flag(this, "pending", pending);
    }

    /** In the unit that is shown, so that nobody has to count seconds. Empty where the control itself shows them. */
    private String limits() {
        return item.kind() instanceof Item.Kind.Amount number ? limits(number) : "";
    }

    private String limits(Item.Kind.Amount kind) {
        String words = number(kind.least(), kind.step()) + " \u2013 " + number(kind.most(), kind.step()) + " "
                + kind.unit();
        return words.strip().replace(' ', NO_BREAK) + ".";
    }

    private Node control(String value) {
        return switch (item.kind()) {
            case Item.Kind.Amount number -> stepper(number, value);
            case Item.Kind.Flag flag -> toggle(Boolean.parseBoolean(value));
            case Item.Kind.Clock clock -> clock(value);
            case Item.Kind.Choice choice -> choice(choice, value);
            case Item.Kind.Zone zone -> zone(value);
        };
    }

    private Node stepper(Item.Kind.Amount kind, String value) {
        Stepper stepper = stepper(new Stepper.Limits(kind.least(), kind.most(), kind.step()),
                shown -> (number(shown, kind.step()) + " " + kind.unit()).strip(),
                shown -> changed.accept(item.key(), plain(shown * kind.factor())));
        stepper.show(parse(value) / kind.factor());
        boolean whole = Math.rint(kind.step()) == kind.step();
        if (whole) {
            stepper.onNumber(() -> ui.overlays().open(pad(kind, stepper)));
        }
        return stepper;
    }

    private NumberPad pad(Item.Kind.Amount kind, Stepper stepper) {
        NumberPad[] pad = new NumberPad[1];
        String limits = limits(kind);
        pad[0] = new NumberPad(ui.say("ui.set." + item.key()), "OK", false, 6, ui.px(56),
                ui.icons().icon("erase", ui.px(26)), typed -> {
                    double wanted = Double.parseDouble(typed);
                    if (wanted >= kind.least() && wanted <= kind.most()) {
                        stepper.show(wanted);
                        changed.accept(item.key(), plain(wanted * kind.factor()));
                        ui.overlays().close();
                    } else {
                        pad[0].clear();
                        pad[0].hint(limits, Tone.WARN);
                    }
                });
        pad[0].hint(ui.words().say(Message.of("ui.pad.now", stepper.text(), limits)), Tone.CALM);
        return pad[0];
    }

    private Node toggle(boolean on) {
        ToggleSwitch toggle = new ToggleSwitch();
        toggle.setId("toggle-" + id);
        toggle.setFocusTraversable(false);
        toggle.setSelected(on);
        toggle.setMinSize(ui.px(72), ui.metrics().touch());
        toggle.selectedProperty().addListener((seen, before, now) -> changed.accept(item.key(), String.valueOf(now)));
        return toggle;
    }

    private Node clock(String value) {
        Stepper stepper = stepper(new Stepper.Limits(0, MINUTES_A_DAY - QUARTER, QUARTER), SettingRow::clockText,
                shown -> changed.accept(item.key(), clockText(shown)));
        stepper.show(value.isEmpty() ? 0 : LocalTime.parse(value).toSecondOfDay() / 60.0);
        return stepper;
    }

    private Stepper stepper(Stepper.Limits limits, java.util.function.DoubleFunction<String> format,
            java.util.function.Consumer<Double> moved) {
        Stepper stepper = new Stepper("step-" + id, limits, format, ui.metrics().touch(),
                ui.icons().icon("minus", ui.px(24)), ui.icons().icon("plus", ui.px(24)), moved).running(ui.time());
        stepper.setMinWidth(USE_PREF_SIZE);
        return stepper;
    }

    private Node choice(Item.Kind.Choice kind, String value) {
        Choice<String> choice = new Choice<>("choice-" + id, ui.metrics().touch(),
                chosen -> changed.accept(item.key(), chosen));
        for (String option : kind.options()) {
            choice.option(id + "-" + option, ui.say("ui.set." + item.key() + "." + option), option);
        }
        choice.select(value);
        choice.setMinWidth(USE_PREF_SIZE);
        return choice;
    }

    private Node zone(String value) {
        String text = value.isEmpty() ? ui.say("ui.zone.system") : value;
        return new Key("zone", text, () -> ui.overlays()
                .open(new ZonePanel(ui, chosen -> changed.accept(item.key(), chosen))))
                .sized(ui.px(180), ui.metrics().touch());
    }

    private String number(double value, double step) {
        org.pigenny.kiosk.present.Numbers numbers = new org.pigenny.kiosk.present.Numbers(ui.words().locale());
        return Math.rint(step) == step && Math.rint(value) == value ? numbers.whole(value) : numbers.oneDecimal(value);
    }

    private static String clockText(double minutes) {
        return String.format(Locale.ROOT, "%02d:%02d", (int) minutes / 60, (int) minutes % 60);
    }

    private static double parse(String value) {
        return value.isEmpty() ? 0 : Double.parseDouble(value);
    }

    /** As the settings file writes it: no needless ".0". */
    private static String plain(double value) {
        return Math.rint(value) == value
                ? String.valueOf((long) value)
                : String.format(Locale.ROOT, "%.1f", value);
    }
}
