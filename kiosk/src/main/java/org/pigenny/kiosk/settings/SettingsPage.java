// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.api.SettingsPort;
import org.pigenny.core.api.SettingsPort.Entry;
import org.pigenny.core.api.SettingsPort.Version;
import org.pigenny.core.model.Origin;
import org.pigenny.kiosk.backup.BackupPanel;
import org.pigenny.kiosk.control.Choice;
import org.pigenny.kiosk.control.DragPane;
import org.pigenny.kiosk.control.Key;
import org.pigenny.kiosk.control.Styles;
import org.pigenny.kiosk.frame.FirstSteps;
import org.pigenny.kiosk.frame.Page;
import org.pigenny.kiosk.frame.Ui;
import org.pigenny.kiosk.present.Now;

/** The settings page: what is turned waits in a draft until it is saved, and the core judges it as it judges the file. */
public final class SettingsPage implements Page {
    private enum Part {
        EVERYDAY,
        INSTALLER,
        SCREEN,
        VERSIONS
    }

    private record Loaded(List<Entry> entries, List<Version> versions, Map<String, String> helps) {
        static Loaded from(SettingsPort port) {
            List<Entry> entries = port.entries();
            Map<String, String> helps = new LinkedHashMap<>();
            entries.forEach(entry -> helps.put(entry.key(), port.help(entry.key())));
            return new Loaded(entries, port.versions(), helps);
        }
    }

    private final Ui ui;
    private final PinGate gate;
    private final Draft draft = new Draft();
    private final Choice<Part> parts;
    private final VBox rows = new VBox();
    private final DragPane pane = new DragPane(rows);
    private final HBox saveBar;
    private final VBox node;
    private final Map<String, SettingRow> shown = new LinkedHashMap<>();
    private Part part = Part.EVERYDAY;
    private List<Version> versions = List.of();
    private Map<String, String> helps = Map.of();
    private @Nullable Now now;

    public SettingsPage(Ui ui) {
        this.ui = ui;
        gate = new PinGate(ui);
        double touch = ui.metrics().touch();
        parts = new Choice<>("settings-part", touch, this::choose);
        for (Part one : Part.values()) {
            String word = one.name().toLowerCase(java.util.Locale.ROOT);
            parts.option("settings-" + word, ui.say("ui.settings." + word), one);
        }
        parts.select(part);
        Key save = new Key("save", ui.say("ui.settings.save"), this::save).classes("primary")
                .sized(ui.px(160), ui.px(56));
        Key discard = new Key("discard", ui.say("ui.settings.discard"), this::discard).sized(ui.px(160), ui.px(56));
        saveBar = new HBox(ui.px(12), discard, save);
        HBox.setHgrow(save, Priority.ALWAYS);
        HBox.setHgrow(discard, Priority.ALWAYS);
        Styles.show(saveBar, false);
        StackPane card = new StackPane(pane);
        card.getStyleClass().add("card");
        card.setPadding(new Insets(ui.px(4), ui.px(6), ui.px(4), ui.px(14)));
        card.setMinHeight(0);
        VBox.setVgrow(card, Priority.ALWAYS);
        node = new VBox(ui.px(8), parts, card, saveBar);
        node.setPadding(new Insets(0, ui.px(12), ui.px(12), ui.px(12)));
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void show(Now latest) {
        now = latest;
        notes();
    }

    @Override
    public void opened() {
        load();
    }

    @Override
    public void closed() {
        gate.close();
        draft.discard();
        if (part == Part.INSTALLER) {
            part = Part.EVERYDAY;
            parts.select(part);
        }
    }

    private void load() {
        ui.asks().fetch(core -> Loaded.from(core.settings()), loaded -> {
            draft.load(loaded.entries());
            versions = loaded.versions();
            helps = loaded.helps();
            rebuild();
        });
    }

    private void choose(Part chosen) {
        if (chosen == Part.INSTALLER && !gate.isOpen()) {
            parts.select(part);
            gate.ask(() -> turnTo(Part.INSTALLER));
        } else {
            turnTo(chosen);
        }
    }

    private void turnTo(Part chosen) {
        part = chosen;
        parts.select(chosen);
        pane.toTop();
        rebuild();
    }

    private void rebuild() {
        shown.clear();
        rows.getChildren().clear();
        switch (part) {
            case EVERYDAY -> add(Catalog.EVERYDAY);
            case INSTALLER -> {
                add(Catalog.INSTALLER);
                rows.getChildren().add(wide("pin-change", "ui.pin.change", () -> gate.askNew(() -> {})));
                rows.getChildren()
                        .add(wide("backup-open", "ui.settings.backup", () -> ui.overlays().open(new BackupPanel(ui))));
                rows.getChildren()
                        .add(wide("commission-open", "ui.settings.commission",
                                () -> node.fireEvent(new FirstSteps())));
            }
            case SCREEN -> add(Catalog.SCREEN);
            case VERSIONS -> addVersions();
        }
        notes();
    }

    private Key wide(String id, String words, Runnable action) {
        return new Key(id, ui.say(words), action).sized(ui.px(200), ui.metrics().touch());
    }

    private void add(List<Item> items) {
        for (Item item : items) {
            draft.entry(item.key()).ifPresent(entry -> {
                SettingRow row = new SettingRow(ui, item, draft.value(item.key()), this::changed);
                shown.put(item.key(), row);
                rows.getChildren().add(row);
            });
        }
    }

    private void addVersions() {
        if (versions.isEmpty() || now == null) {
            rows.getChildren().add(Styles.label(ui.say("ui.version.none"), "quiet"));
            return;
        }
        List<Node> found = new ArrayList<>();
        for (Version version : versions) {
            found.add(new VersionRow(ui, version, now.core().zone(),
                    () -> ui.asks()
                            .change(core -> core.settings().rollBack(version.id(), Origin.SCREEN), done -> load())));
        }
        rows.getChildren().addAll(found);
    }

    private void changed(String key, String value) {
        draft.set(key, value);
        notes();
        if (key.equals("site.time_zone")) {
            rebuild();
        }
    }

    /** Effects where there are any, else what the setting is for; marks what is not saved yet. */
    private void notes() {
        Now latest = now;
        if (latest != null) {
            shown.forEach((key, row) -> {
                String effect = Effects.of(key, draft, latest);
                row.note(effect.isEmpty() ? helps.getOrDefault(key, "") : effect, draft.changed(key));
            });
        }
        Styles.show(saveBar, !draft.changes().isEmpty());
    }

    private void discard() {
        draft.discard();
        rebuild();
    }

    private void save() {
        Map<String, String> changes = draft.changes();
        ui.asks().change(core -> change(core.settings(), changes), accepted -> {
            if (accepted) {
                draft.discard();
                load();
            }
        });
    }

    private static org.pigenny.core.model.Outcome change(SettingsPort port, Map<String, String> changes) {
        return port.change(changes, Origin.SCREEN);
    }

}
