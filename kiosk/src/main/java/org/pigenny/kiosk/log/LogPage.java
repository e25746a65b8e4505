// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.log;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.api.EventFilter;
import org.pigenny.core.model.Event;
import org.pigenny.core.text.Phrases;
import org.pigenny.kiosk.control.Choice;
import org.pigenny.kiosk.control.DragList;
import org.pigenny.kiosk.control.Key;
import org.pigenny.kiosk.frame.Page;
import org.pigenny.kiosk.frame.Ui;
import org.pigenny.kiosk.present.Now;

/** The log: all events, newest first, as far back as they go; or the runs as stories. */
public final class LogPage implements Page {
    private static final int MOST_RUNS = 10_000;
    private static final double LINE = 52;
    /** Three lines of text. */
    private static final double STORY = 76;

    private final Ui ui;
    private final DragList<LogRow> list;
    private final LogPages pages = new LogPages();
    private final VBox node;
    private final ExportPanel export;
    private LogFilter filter = LogFilter.ALL;
    private boolean warnings;
    private boolean stories;
    private boolean asking;
    private int question;
    private @Nullable List<LogRow> told;
    private @Nullable Instant newest;
    private @Nullable Now now;

    public LogPage(Ui ui) {
        this.ui = ui;
        export = new ExportPanel(ui, () -> Objects.requireNonNull(now).core());
        list = new DragList<>(ui.px(LINE), () -> new LogRowView(ui), LogPage::fill, source());
        list.setId("log-list");
        VBox.setVgrow(list, Priority.ALWAYS);
        node = new VBox(ui.px(8));
        node.setPadding(new Insets(0, ui.px(8), ui.px(12), ui.px(12)));
        node.getChildren().addAll(keys(), list);
    }

    private DragList.Source<LogRow> source() {
        return new DragList.Source<>() {
            @Override
            public int size() {
                List<LogRow> runs = told;
                return runs == null ? pages.size() : runs.size();
            }

            @Override
            public Optional<LogRow> item(int index) {
                List<LogRow> runs = told;
                return runs == null ? pages.row(index) : Optional.of(runs.get(index));
            }

            @Override
            public void seen(int first, int last) {
                more(first, last);
            }
        };
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
        Key key = new Key("log-export", ui.say("ui.log.export"), this::export).sized(ui.px(86), touch);
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        return new VBox(ui.px(8), new HBox(ui.px(8), views, bad, spring, key), kinds);
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
        Now latest = now;
        if (latest == null) {
            return;
        }
        question++;
        asking = false;
        newest = null;
        told = stories ? List.of() : null;
        list.rowHeight(ui.px(stories ? STORY : LINE));
        pages.restart(latest.core().wall().plusSeconds(1));
        list.restart();
        if (stories) {
            tell(question, latest.core().zone());
        } else {
            more(0, 0);
        }
    }

    private void tell(int asked, ZoneId zone) {
        ui.asks()
                .fetch(core -> core.history()
                        .runs(MOST_RUNS)
                        .stream()
                        .map(run -> LogRow.of(run, ui.words(), zone))
                        .toList(), runs -> {
                            if (asked == question) {
                                told = runs;
                                list.refresh();
                            }
                        });
    }

    /** What came back for a page: its rows in words, and the instants between which they lie. */
    private record Fetched(List<LogRow> rows, Optional<Instant> newest, Optional<Instant> oldest) {
        static Fetched of(List<Event> events, Phrases words, ZoneId zone) {
            return new Fetched(events.stream().map(event -> LogRow.of(event, words, zone)).toList(),
                    events.stream().findFirst().map(Event::at),
                    events.isEmpty() ? Optional.empty() : Optional.of(events.getLast().at()));
        }
    }

    /** Asks for the page that is missed most, unless one is on its way. */
    private void more(int first, int last) {
        Now latest = now;
        if (asking || stories || latest == null) {
            return;
        }
        pages.wanted(first, last).ifPresent(wanted -> ask(wanted, latest.core().zone()));
    }

    private void ask(LogPages.Wanted wanted, ZoneId zone) {
        asking = true;
        int asked = question;
        EventFilter kinds = filter.filter(warnings);
        ui.asks()
                .fetch(core -> Fetched.of(core.history().events(wanted.before(), LogPages.PAGE, kinds), ui.words(),
                        zone),
                        found -> {
                            if (asked == question) {
                                asking = false;
                                newest = newest == null ? found.newest().orElse(null) : newest;
                                pages.fetched(wanted, found.rows(), found.oldest());
                                list.refresh();
                            }
                        });
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void opened() {
        // What happened while nobody looked may be more than a snapshot holds.
        restart();
    }

    @Override
    public void show(Now latest) {
        boolean first = now == null;
        now = latest;
        if (first) {
            restart();
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
            pages.prepend(fresh.stream().map(event -> LogRow.of(event, ui.words(), latest.core().zone())).toList());
            list.prepended(fresh.size());
        }
    }

    private void export() {
        if (now != null) {
            export.open();
        }
    }
}
