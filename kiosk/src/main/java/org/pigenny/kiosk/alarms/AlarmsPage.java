// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.alarms;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.api.History.PastAlarm;
import org.pigenny.core.model.Command;
import org.pigenny.core.model.Message;
import org.pigenny.kiosk.alarms.AlarmsPageState.Open;
import org.pigenny.kiosk.control.AlarmBanner;
import org.pigenny.kiosk.control.DragPane;
import org.pigenny.kiosk.control.Key;
import org.pigenny.kiosk.control.Styles;
import org.pigenny.kiosk.frame.Page;
import org.pigenny.kiosk.frame.Ui;
import org.pigenny.kiosk.present.Now;

/** The alarms page: what is wrong now, then what was. */
public final class AlarmsPage implements Page {
    private static final int PAST = 60;

    private final Ui ui;
    private final VBox open;
    private final VBox past;
    private final StackPane node;
    private AlarmsPageState shown = new AlarmsPageState(List.of());
    private boolean fresh = true;
    private @Nullable Now now;

    public AlarmsPage(Ui ui) {
        this.ui = ui;
        open = new VBox(ui.px(8));
        past = new VBox(ui.px(6));
        VBox earlier = new VBox(ui.px(8), Styles.label(ui.say("ui.alarm.earlier"), "title"), past);
        earlier.getStyleClass().add("card");
        earlier.setPadding(new Insets(ui.px(10), ui.px(14), ui.px(10), ui.px(14)));
        VBox.setVgrow(earlier, Priority.ALWAYS);
        node = new StackPane(new DragPane(new VBox(ui.px(10), open, earlier)));
        node.setPadding(new Insets(0, ui.px(4), ui.px(12), ui.px(12)));
        node.setMinSize(0, 0);
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void show(Now newest) {
        now = newest;
        AlarmsPageState state = AlarmsViewModel.of(newest);
        if (fresh || !state.equals(shown)) {
            shown = state;
            rebuild();
            Instant before = newest.core().wall().plusSeconds(1);
            ui.asks().fetch(core -> core.history().alarms(before, PAST), this::showPast);
        }
        fresh = false;
    }

    @Override
    public void opened() {
        fresh = true;
    }

    private void rebuild() {
        if (shown.open().isEmpty()) {
            Node check = ui.icons().icon("check", ui.px(34));
            check.getStyleClass().add("icon-good");
            VBox words = new VBox(Styles.label(ui.say("ui.alarm.none"), "title"),
                    Styles.label(ui.say("ui.alarm.none_words"), "quiet"));
            HBox well = new HBox(ui.px(16), check, words);
            well.setAlignment(Pos.CENTER_LEFT);
            well.getStyleClass().add("card");
            well.setPadding(new Insets(ui.px(14)));
            open.getChildren().setAll(well);
            return;
        }
        List<Node> rows = new ArrayList<>();
        for (Open one : shown.open()) {
            rows.add(new AlarmBanner(one.alarm(), ui.icons().icon("warning", ui.px(30)), ui.metrics().em(), keys(one)));
        }
        open.getChildren().setAll(rows);
    }

    private List<Node> keys(Open one) {
        String code = one.alarm().code();
        double touch = ui.metrics().touch();
        List<Node> keys = new ArrayList<>();
        if (one.canAcknowledge()) {
            keys.add(new Key("ack-" + code, ui.say("ui.alarm.ack"),
                    () -> ui.asks().submit(new Command.Acknowledge(code))).sized(ui.px(92), touch));
        }
        if (one.canShelve()) {
            keys.add(new Key("shelve-" + code, ui.say("ui.alarm.shelve"), () -> ui.overlays().open(shelves(code)))
                    .sized(ui.px(92), touch));
        }
        return keys;
    }

    private VBox shelves(String code) {
        VBox panel = new VBox(ui.px(12), Styles.label(ui.say("ui.alarm.shelve_title"), "title"));
        Label words = Styles.label(ui.say("ui.alarm.shelve_words"), "quiet");
        words.setWrapText(true);
        words.setMinHeight(VBox.USE_PREF_SIZE);
        panel.getChildren().add(words);
        panel.setPrefWidth(ui.px(480));
        HBox keys = new HBox(ui.px(12));
        for (int hours : new int[]{1, 8, 24}) {
            Duration time = Duration.ofHours(hours);
            Key key = new Key("shelve-for-" + hours, ui.words().say(Message.of("ui.alarm.hours", hours)), () -> {
                ui.overlays().close();
                ui.asks().submit(new Command.Shelve(code, time));
            }).sized(ui.px(110), ui.metrics().touch());
            HBox.setHgrow(key, Priority.ALWAYS);
            keys.getChildren().add(key);
        }
        panel.getChildren()
                .addAll(keys, new Key("shelve-cancel", ui.say("ui.cancel"), () -> ui.overlays().close())
                        .sized(ui.px(110), ui.metrics().touch()));
        return panel;
    }

    private void showPast(List<PastAlarm> alarms) {
        List<Node> rows = new ArrayList<>();
        Now latest = now;
        if (latest != null) {
            for (PastAlarm alarm : alarms) {
                List<String> words = AlarmsViewModel.past(latest, alarm);
                Label when = Styles.label(words.get(0), "quiet");
                when.setPrefWidth(ui.px(112));
                when.setMinWidth(ui.px(112));
                Label text = Styles.label(words.get(1));
                text.setWrapText(true);
                HBox.setHgrow(text, Priority.ALWAYS);
                text.setMaxWidth(Double.MAX_VALUE);
                Label end = Styles.label(words.get(2), "quiet");
                end.setMinWidth(Label.USE_PREF_SIZE);
                HBox row = new HBox(ui.px(10), when, text, end);
                row.getStyleClass().add("setting");
                row.setPadding(new Insets(0, 0, ui.px(6), 0));
                row.setMinHeight(HBox.USE_PREF_SIZE);
                rows.add(row);
            }
        }
        if (rows.isEmpty()) {
            rows.add(Styles.label(ui.say("ui.alarm.none_past"), "quiet"));
        }
        past.getChildren().setAll(rows);
    }
}
