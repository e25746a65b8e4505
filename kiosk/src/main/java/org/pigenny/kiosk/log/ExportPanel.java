// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.log;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.api.CoreSnapshot;
import org.pigenny.core.api.History;
import org.pigenny.core.model.Message;
import org.pigenny.core.text.Phrases;
import org.pigenny.kiosk.control.Key;
import org.pigenny.kiosk.control.Styles;
import org.pigenny.kiosk.control.Tone;
import org.pigenny.kiosk.frame.Ui;

/**
 * The way of the log to a stick: choose one, see how far it is, end it. It is written on a thread of its own, so that neither a STOP nor
 * a chart waits for a slow stick, and goes on when the panel is closed.
 */
final class ExportPanel {
    private static final Duration TOLD_EVERY = Duration.ofMillis(250);

    private final Ui ui;
    private final Supplier<CoreSnapshot> newest;
    private final Label progress = Styles.label("", "quiet");
    private final AtomicBoolean ended = new AtomicBoolean();
    private @Nullable Region running;

    ExportPanel(Ui ui, Supplier<CoreSnapshot> newest) {
        this.ui = ui;
        this.newest = newest;
        progress.setId("export-progress");
    }

    void open() {
        ui.overlays().open(running == null ? choice(ExportJob.sticks(ui.places().sticks())) : running);
    }

    private Region choice(List<Path> sticks) {
        VBox panel = panel(sticks.isEmpty() ? "ui.export.none" : "ui.export.words");
        int number = 0;
        for (Path stick : sticks) {
            panel.getChildren().add(key("export-" + number++, String.valueOf(stick.getFileName()), () -> {
                ui.overlays().close();
                begin(stick);
            }).classes("primary"));
        }
        panel.getChildren().add(key("export-cancel", ui.say("ui.cancel"), () -> ui.overlays().close()));
        return panel;
    }

    private VBox panel(String saying) {
        Label words = Styles.label(ui.say(saying), "quiet");
        words.setId("export-words");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        VBox panel = new VBox(ui.px(12), Styles.label(ui.say("ui.export.title"), "title"), words);
        panel.setPrefWidth(ui.px(480));
        panel.setAlignment(Pos.CENTER_LEFT);
        return panel;
    }

    private Key key(String id, String word, Runnable action) {
        return new Key(id, word, action).sized(ui.px(200), ui.metrics().touch());
    }

    private void begin(Path stick) {
        ended.set(false);
        VBox panel = panel("ui.export.writing");
        panel.getChildren().addAll(progress, key("export-end", ui.say("ui.export.end"), () -> ended.set(true)));
        progress.setText(ui.say("ui.export.begun"));
        running = panel;
        ui.overlays().open(panel);
        ui.asks().fetch(core -> core.history(), history -> start(history, stick));
    }

    private void start(History history, Path stick) {
        CoreSnapshot now = newest.get();
        Phrases words = ui.words();
        ExportJob job = new ExportJob(history, words::say, now.zone());
        Thread.ofPlatform().daemon().name("kiosk-export").start(() -> {
            ExportJob.Result result = job.write(stick, now.wall(), told(words));
            Platform.runLater(() -> done(result));
        });
    }

    /** Tells the screen a few times a second. */
    private History.Progress told(Phrases words) {
        long[] next = {ui.time().nanos()};
        return (written, all) -> {
            if (ui.time().nanos() - next[0] >= 0) {
                next[0] = ui.time().nanos() + TOLD_EVERY.toNanos();
                String text = words.say(Message.of("ui.export.progress", written, all));
                Platform.runLater(() -> progress.setText(text));
            }
            return !ended.get();
        };
    }

    private void done(ExportJob.Result result) {
        Region panel = running;
        running = null;
        if (panel != null && panel.getScene() != null) {
            ui.overlays().close();
        }
        ui.overlays().toast(ui.words().say(result.text()), result.written() ? Tone.CALM : Tone.WARN);
    }
}
