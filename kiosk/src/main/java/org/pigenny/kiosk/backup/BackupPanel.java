// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.backup;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.pigenny.core.api.Backups;
import org.pigenny.core.api.Backups.Archive;
import org.pigenny.core.api.Core;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Outcome;
import org.pigenny.kiosk.control.DragPane;
import org.pigenny.kiosk.control.HoldKey;
import org.pigenny.kiosk.control.Key;
import org.pigenny.kiosk.control.Styles;
import org.pigenny.kiosk.control.Tone;
import org.pigenny.kiosk.frame.Ui;

/** One tap backs up to a stick; an archive is restored by holding. Never on the thread that carries a STOP. */
public final class BackupPanel extends VBox {
    private record Seen(List<Path> sticks, List<Archive> archives, ZoneId zone) {}

    private static final int PERCENT = 100;

    private final Ui ui;
    private final Label said = Styles.label("", "medium");
    private final VBox list = new VBox();
    private boolean busy;

    public BackupPanel(Ui ui) {
        this.ui = ui;
        setId("backup-panel");
        setSpacing(ui.px(10));
        said.setId("backup-said");
        said.setWrapText(true);
        said.setMinHeight(Region.USE_PREF_SIZE);
        list.setSpacing(ui.px(8));
        DragPane pane = new DragPane(list);
        pane.setPrefSize(ui.px(ui.metrics().portrait() ? 420 : 560), ui.px(260));
        getChildren().addAll(Styles.label(ui.say("ui.backup.title"), "title"), said, pane,
                new HBox(new Key("backup-close", ui.say("ui.backup.close"), () -> ui.overlays().close())
                        .sized(ui.px(140), ui.metrics().touch())));
        look();
    }

    private void look() {
        ui.asks()
                .fetch(core -> core.backups()
                        .map(backups -> new Seen(backups.sticks(), backups.archives(), core.snapshot().zone()))
                        .orElseGet(() -> new Seen(List.of(), List.of(), core.snapshot().zone())), this::show);
    }

    private void show(Seen seen) {
        list.getChildren().clear();
        if (seen.sticks().isEmpty() && said.getText().isEmpty()) {
            said.setText(ui.say("ui.backup.none"));
        }
        int number = 0;
        for (Path stick : seen.sticks()) {
            Key key = new Key("backup-to-" + number++, "", () -> backUp(stick)).classes("primary")
                    .sized(ui.px(260), ui.px(60));
            key.say(ui.words().say(Message.of("ui.backup.to", String.valueOf(stick.getFileName()))),
                    ui.say("ui.backup.secret"));
            list.getChildren().add(key);
        }
        number = 0;
        for (Archive archive : seen.archives()) {
            list.getChildren().add(row(number++, archive, seen.zone()));
        }
    }

    private HoldKey row(int number, Archive archive, ZoneId zone) {
        HoldKey key = new HoldKey("restore-" + number, ui.time(), () -> restore(archive));
        String made = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", ui.words().locale())
                .format(archive.madeAt().atZone(zone));
        key.say(ui.words().say(Message.of("ui.backup.restore", made)),
                ui.words().say(Message.of("ui.backup.hold", archive.site(), archive.program())));
        key.setMinHeight(ui.px(80));
        return key;
    }

    private void backUp(Path stick) {
        carryOut(core -> core.backups().orElseThrow().backUp(stick, progress()));
    }

    private void restore(Archive archive) {
        carryOut(core -> core.backups().orElseThrow().restore(archive.file(), Origin.SCREEN, progress()));
    }

    private void carryOut(java.util.function.Function<Core, Outcome> work) {
        if (busy) {
            return;
        }
        busy = true;
        said.setText(ui.say("ui.backup.working"));
        ui.asks().fetch(work, outcome -> {
            busy = false;
            boolean good = outcome instanceof Outcome.Accepted;
            Styles.tone(said, good ? Tone.CALM : Tone.WARN);
            said.setText(ui.words().say(switch (outcome) {
                case Outcome.Accepted accepted -> accepted.text();
                case Outcome.Refused refused -> refused.why();
            }));
            look();
        });
    }

    /** Told on the core's thread, shown at every whole percent. */
    private Backups.Progress progress() {
        int[] last = {-1};
        return (done, total) -> {
            int percent = total <= 0 ? 0 : (int) (done * PERCENT / total);
            if (percent != last[0]) {
                last[0] = percent;
                Platform.runLater(() -> said.setText(ui.words().say(Message.of("ui.backup.percent", percent))));
            }
        };
    }
}
