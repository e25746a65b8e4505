// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.trends;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.api.Core;
import org.pigenny.kiosk.control.Choice;
import org.pigenny.kiosk.control.Key;
import org.pigenny.kiosk.control.SentenceLabel;
import org.pigenny.kiosk.control.Styles;
import org.pigenny.kiosk.frame.Page;
import org.pigenny.kiosk.frame.Ui;
import org.pigenny.kiosk.present.Now;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The trends page: fetches three times what is seen, so that a drag has something to show at once. */
public final class TrendsPage implements Page {
    private static final Logger LOG = LoggerFactory.getLogger(TrendsPage.class);
    private static final Duration FIRST = Duration.ofHours(24);
    private static final Duration REFRESH = Duration.ofMinutes(1);
    private static final int FETCHED = 3;

    private final Ui ui;
    private final Chart chart;
    private final Choice<Duration> ranges;
    private final Label title = Styles.label("", "strong");
    private final Label values = Styles.label("", "quiet");
    private final SentenceLabel why = new SentenceLabel("quiet");
    private final VBox node;
    private @Nullable Now now;
    private @Nullable Span span;
    private @Nullable ChartData data;
    private @Nullable Span wanted;
    private boolean live = true;
    private boolean asking;
    private int taps;
    private Instant fetchedAt = Instant.EPOCH;

    public TrendsPage(Ui ui) {
        this.ui = ui;
        chart = new Chart(ui, this::drag, this::fetch, this::tap);
        VBox.setVgrow(chart, Priority.ALWAYS);
        chart.widthProperty().addListener(laidOut -> {
            if (now != null && span == null) {
                show(now);
            }
        });
        double touch = ui.metrics().touch();
        ranges = new Choice<Duration>("trend-range", touch, this::choose)
                .option("range-6h", "6 h", Duration.ofHours(6))
                .option("range-24h", "24 h", FIRST)
                .option("range-7d", ui.say("ui.trends.7d"), Duration.ofDays(7))
                .option("range-30d", ui.say("ui.trends.30d"), Duration.ofDays(30))
                .option("range-year", ui.say("ui.trends.year"), Duration.ofDays(365));
        ranges.select(FIRST);
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        HBox top = new HBox(ui.px(8), ranges, spring, key("zoom-out", "minus", () -> zoom(2)),
                key("zoom-in", "plus", () -> zoom(0.5)), key("trend-now", "right", this::toNow));
        node = new VBox(ui.px(8), top, chart, readout(), legend());
        node.setPadding(new Insets(0, ui.px(12), ui.px(12), ui.px(12)));
    }

    private Key key(String id, String icon, Runnable action) {
        return Key.ofIcon(id, ui.say("ui." + id), ui.icons().icon(icon, ui.px(24)), action)
                .sized(ui.metrics().touch(), ui.metrics().touch());
    }

    private Node readout() {
        title.setId("reading-title");
        values.setId("reading-values");
        values.setWrapText(true);
        values.setMinHeight(ui.px(21));
        why.label().setId("reading-why");
        why.setMinHeight(ui.px(42));
        why.setPrefHeight(ui.px(42));
        forget();
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        BandSample bands = new BandSample(ui);
        VBox box = ui.metrics().portrait()
                ? new VBox(bands, title, values, why)
                : new VBox(new HBox(title, spring, bands), values, why);
        box.setMinHeight(Region.USE_PREF_SIZE);
        return box;
    }

    private Node legend() {
        HBox keys = new HBox(ui.px(8));
        keys.setAlignment(Pos.CENTER_LEFT);
        for (Line line : Line.values()) {
            ToggleButton key = new ToggleButton(ui.say("ui.line." + line.word()));
            key.setId("line-" + line.word());
            key.getStyleClass().add("line-key");
            key.setGraphic(new LineSample(ui, line));
            key.setSelected(true);
            key.setFocusTraversable(false);
            key.setMinHeight(ui.metrics().touch());
            key.setMaxWidth(Double.MAX_VALUE);
            key.setMinWidth(Region.USE_PREF_SIZE);
            HBox.setHgrow(key, Priority.ALWAYS);
            key.setOnAction(event -> chart.toggle(line, key.isSelected()));
            keys.getChildren().add(key);
        }
        return keys;
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void show(Now latest) {
        now = latest;
        Instant wall = latest.core().wall();
        if (chart.getWidth() <= 0) {
            return;
        }
        if (span == null) {
            see(Span.ending(wall, FIRST));
            fetch();
        } else if (live && Duration.between(fetchedAt, wall).abs().compareTo(REFRESH) > 0) {
            see(Span.ending(wall, span.length()));
            fetch();
        }
    }

    private void see(Span visible) {
        Now latest = now;
        span = visible;
        if (latest != null) {
            chart.show(visible, latest.core().zone(), SocMarks.of(latest.core().settings().generator()));
        }
    }

    private void choose(Duration length) {
        if (now != null) {
            live = true;
            see(Span.ending(now.core().wall(), length));
            fetch();
        }
    }

    private void toNow() {
        forget();
        if (span != null) {
            choose(span.length());
        }
    }

    private void zoom(double factor) {
        if (span != null && now != null) {
            see(span.zoomed(factor, now.core().wall()));
            live = span.to().equals(now.core().wall());
            fetch();
        }
    }

    private void drag(double share) {
        if (span != null && now != null) {
            see(span.dragged(share, now.core().wall()));
            live = span.to().equals(now.core().wall());
            if (data == null || !span.within(data.span())) {
                fetch();
            }
        }
    }

    /** Fetches around what is seen. One question at a time: whoever drags far sees each answer, and the newest wish is asked next. */
    private void fetch() {
        if (span == null || now == null) {
            return;
        }
        wanted = span.withMargins();
        fetchedAt = now.core().wall();
        ask();
    }

    private void ask() {
        Span next = wanted;
        if (asking || next == null) {
            return;
        }
        asking = true;
        wanted = null;
        int points = (int) (chart.plotWidth() / 2 * FETCHED);
        ui.asks().fetch(core -> answered(core, next, points), found -> {
            asking = false;
            found.ifPresent(fetched -> {
                data = fetched;
                chart.show(fetched);
            });
            ask();
        });
    }

    /** A question that fails must not be the last one. */
    private static Optional<ChartData> answered(Core core, Span asked, int points) {
        try {
            return Optional.of(ChartData.fetch(core.history(), asked, points));
        } catch (RuntimeException e) {
            LOG.error("the trends could not be read", e);
            return Optional.empty();
        }
    }

    /** Nothing is read off: the chart has the room. */
    private void forget() {
        taps++;
        chart.mark(Optional.empty());
        title.setText(ui.say("ui.trends.tap"));
        read(false);
    }

    private void read(boolean something) {
        Styles.show(values, something);
        Styles.show(why, something);
    }

    private void tap(Instant at) {
        if (now == null) {
            return;
        }
        chart.mark(Optional.of(at));
        ZoneId zone = now.core().zone();
        int tapped = ++taps;
        ui.asks().fetch(core -> Reading.Past.fetch(core.history(), at), past -> {
            if (tapped == taps) {
                Reading reading = Reading.of(at, past, ui.words(), zone);
                title.setText(reading.title());
                values.setText(reading.values());
                why.setText(reading.why());
                read(true);
            }
        });
    }
}
