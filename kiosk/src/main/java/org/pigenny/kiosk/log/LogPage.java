// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.log;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.api.EventFilter;
import org.pigenny.core.model.Event;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Outcome;
import org.pigenny.kiosk.control.Choice;
import org.pigenny.kiosk.control.DragList;
import org.pigenny.kiosk.control.Key;
import org.pigenny.kiosk.control.Styles;
import org.pigenny.kiosk.frame.Page;
import org.pigenny.kiosk.frame.Ui;
import org.pigenny.kiosk.present.Now;
import org.pigenny.kiosk.present.Story;

/** The log: all events, newest first, as far back as they go; or the last runs as stories. */
public final class LogPage implements Page {
    private static final int PAGE_OF_EVENTS = 200;
    private static final int RUNS = 200;

    private final Ui ui;
    private final DragList<LogRow> list;
    private final VBox node;
    private LogFilter filter = LogFilter.ALL;
    private boolean warnings;
    private boolean stories;
    private boolean asking;
    private boolean complete;
    private int question;
    private @Nullable Instant oldest;
    private @Nullable Instant newest;
    private @Nullable Now now;

    public LogPage(Ui ui) {
        this.ui = ui;
        list = new DragList<>(ui.px(52), () -> new LogRowView(ui), LogPage::fill, this::more);
        list.setId("log-list");
        VBox.setVgrow(list, Priority.ALWAYS);
        node = new VBox(ui.px(8));
        node.setPadding(new Insets(0, ui.px(8), ui.px(12), ui.px(12)));
        node.getChildren().addAll(keys(), list);
    }

    private static void fill(Region row, LogRow words) {
        if (row instanceof LogRowView view) {
            view.show(words);
        }
    }

    private Node keys() {
        double touch = ui.metrics().touch();
        Choice<LogFilter> kinds = new Choice<>("log-kind", touch, this::choose);
        for (LogFilter one : LogFilter.values()) {
            String word = one.name().toLowerCase(java.util.Locale.ROOT);
            kinds.option("log-" + word, ui.say("ui.log." + word), one);
        }
        kinds.select(filter);
        Choice<Boolean> bad = new Choice<Boolean>("log-severity", touch, this::onlyWarnings)
                .option("log-every", ui.say("ui.log.every"), false)
                .option("log-warnings", ui.say("ui.log.warnings"), true);
        bad.select(false);
        Choice<Boolean> views = new Choice<Boolean>("log-view", touch, this::view)
                .option("log-events", ui.say("ui.log.events"), false)
                .option("log-runs", ui.say("ui.log.runs"), true);
        views.select(false);
        Key export = new Key("log-export", ui.say("ui.log.export"), this::export).sized(ui.px(86), touch);
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        return new VBox(ui.px(8), new HBox(ui.px(8), views, bad, spring, export), kinds);
    }

    private void choose(LogFilter chosen) {
        filter = chosen;
        restart();
    }

    private void onlyWarnings(boolean only) {
        warnings = only;
        restart();
    }

    private void view(boolean asStories) {
        stories = asStories;
        restart();
    }

    private void restart() {
        question++;
        asking = false;
        complete = false;
        oldest = null;
        newest = null;
        list.setItems(List.of());
        more();
    }

    /** Asks for the next stretch, unless it is on its way. */
    private void more() {
        Now latest = now;
        if (asking || complete || latest == null) {
            return;
        }
        asking = true;
        int asked = question;
        if (stories) {
            ui.asks()
                    .fetch(core -> core.history().runs(RUNS), runs -> answer(asked, runs.stream()
                            .map(run -> new LogRow(Story.day(run, ui.words(), latest.core().zone()), "",
                                    Story.of(run, ui.words(), latest.core().zone()), "",
                                    org.pigenny.kiosk.control.Tone.CALM))
                            .toList(), true));
            return;
        }
        Instant before = oldest == null ? latest.core().wall().plusSeconds(1) : oldest;
        EventFilter wanted = filter.filter(warnings);
        ui.asks().fetch(core -> core.history().events(before, PAGE_OF_EVENTS, wanted), events -> {
            if (asked == question && !events.isEmpty()) {
                oldest = events.getLast().at();
                newest = newest == null ? events.getFirst().at() : newest;
            }
            answer(asked, rows(events, latest.core().zone()), events.size() < PAGE_OF_EVENTS);
        });
    }

    private List<LogRow> rows(List<Event> events, ZoneId zone) {
        return events.stream().map(event -> LogRow.of(event, ui.words(), zone)).toList();
    }

    private void answer(int asked, List<LogRow> rows, boolean last) {
        if (asked == question) {
            asking = false;
            complete = last;
            list.append(rows);
        }
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void show(Now latest) {
        boolean first = now == null;
        now = latest;
        if (first) {
            more();
        } else if (!stories && newest != null && !asking) {
            addNewest(latest, newest);
        }
    }

    private void addNewest(Now latest, Instant after) {
        EventFilter wanted = filter.filter(warnings);
        List<Event> fresh = latest.core()
                .newest()
                .stream()
                .filter(event -> event.at().isAfter(after))
                .filter(wanted)
                .toList();
        if (!fresh.isEmpty()) {
            newest = fresh.getFirst().at();
            list.prepend(rows(fresh, latest.core().zone()));
        }
    }

    private void export() {
        List<Path> sticks = Export.sticks(ui.places().sticks());
        VBox panel = new VBox(ui.px(12), Styles.label(ui.say("ui.export.title"), "title"));
        panel.setPrefWidth(ui.px(480));
        Label words = Styles.label(ui.say(sticks.isEmpty() ? "ui.export.none" : "ui.export.words"), "quiet");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        panel.getChildren().add(words);
        int number = 0;
        for (Path stick : sticks) {
            panel.getChildren().add(new Key("export-" + number++, String.valueOf(stick.getFileName()), () -> {
                ui.overlays().close();
                writeTo(stick);
            }).classes("primary").sized(ui.px(200), ui.metrics().touch()));
        }
        panel.getChildren()
                .add(new Key("export-cancel", ui.say("ui.cancel"), () -> ui.overlays().close())
                        .sized(ui.px(200), ui.metrics().touch()));
        panel.setAlignment(Pos.CENTER_LEFT);
        ui.overlays().open(panel);
    }

    private void writeTo(Path stick) {
        Now latest = now;
        if (latest == null) {
            return;
        }
        Export export = new Export(ui.words(), latest.core().zone());
        Instant wall = latest.core().wall();
        ui.asks().change(core -> {
            try {
                Path folder = export.write(core.history(), wall, stick);
                return new Outcome.Accepted(Message.of("ui.export.done", String.valueOf(folder)));
            } catch (IOException e) {
                return new Outcome.Refused(
                        Message.of("ui.export.failed", String.valueOf(stick), String.valueOf(e.getMessage())));
            }
        }, written -> {});
    }
}
