// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.diagnostics;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.api.Core;
import org.pigenny.core.api.Workshop;
import org.pigenny.core.api.Workshop.Check;
import org.pigenny.core.model.Command;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Outcome;
import org.pigenny.kiosk.control.Choice;
import org.pigenny.kiosk.control.DragPane;
import org.pigenny.kiosk.control.HoldKey;
import org.pigenny.kiosk.control.Key;
import org.pigenny.kiosk.control.LinkDot;
import org.pigenny.kiosk.control.Styles;
import org.pigenny.kiosk.frame.Page;
import org.pigenny.kiosk.frame.Ui;
import org.pigenny.kiosk.present.Now;

/** The diagnostics page, for the person with the screwdriver. */
public final class DiagnosticsPage implements Page {
    private enum Part {
        LINKS,
        READINGS,
        REGISTERS,
        MACHINE,
        TESTS
    }

    private final Ui ui;
    private final VBox rows;
    private final DragPane pane;
    private final VBox node;
    private final Choice<Part> parts;
    private final RegisterView registers;
    private final MachineView machine;
    private Part part = Part.LINKS;
    private Object shown = List.of();
    private List<Check> checks = List.of();
    private String checkWords = "";
    private @Nullable Now now;

    public DiagnosticsPage(Ui ui) {
        this.ui = ui;
        rows = new VBox(ui.px(8));
        registers = new RegisterView(ui);
        machine = new MachineView(ui);
        pane = new DragPane(rows);
        parts = new Choice<>("diag-part", ui.metrics().touch(), this::choose);
        for (Part one : Part.values()) {
            String word = one.name().toLowerCase(java.util.Locale.ROOT);
            parts.option("diag-" + word, ui.say("ui.diag." + word), one);
        }
        parts.select(part);
        StackPane card = new StackPane(pane);
        card.getStyleClass().add("card");
        card.setPadding(new Insets(ui.px(10), ui.px(6), ui.px(10), ui.px(14)));
        card.setMinHeight(0);
        VBox.setVgrow(card, Priority.ALWAYS);
        node = new VBox(ui.px(8), parts, card);
        node.setPadding(new Insets(0, ui.px(12), ui.px(12), ui.px(12)));
    }

    @Override
    public Node node() {
        return node;
    }

    private void choose(Part chosen) {
        part = chosen;
        shown = List.of();
        pane.toTop();
        if (now != null) {
            show(now);
        }
    }

    @Override
    public void show(Now latest) {
        now = latest;
        switch (part) {
            case LINKS -> update(DiagnosticsViewModel.links(latest), this::links);
            case READINGS -> update(DiagnosticsViewModel.readings(latest), this::readings);
            case REGISTERS -> update(registers, List::of);
            case MACHINE -> {
                machine.show(DiagnosticsViewModel.machine(latest,
                        MachineHealth.read(ui.places().system(), ui.places().own())));
                update(machine, List::of);
            }
            case TESTS -> update(List.of(checkWords, checks), this::tests);
        }
    }

    /** Builds rows anew only when their words have changed. */
    private <T> void update(T state, java.util.function.Function<T, List<? extends Node>> build) {
        if (!state.equals(shown)) {
            shown = state;
            rows.getChildren().setAll(build.apply(state));
        }
    }

    private List<Node> links(List<DiagnosticsViewModel.Line> lines) {
        List<Node> found = new ArrayList<>();
        for (DiagnosticsViewModel.Line line : lines) {
            LinkDot dot = new LinkDot(line.name(), ui.px(8));
            dot.show(line.state());
            dot.setMinWidth(ui.px(118));
            dot.setAlignment(Pos.BASELINE_LEFT);
            HBox row = new HBox(ui.px(10), dot, wrapped(line.text(), "quiet"));
            row.getStyleClass().add("setting");
            row.setPadding(new Insets(0, 0, ui.px(8), 0));
            found.add(row);
        }
        if (now != null && now.core().safeMode().bySupervisor()) {
            HoldKey clear = new HoldKey("clear-safe-mode", ui.time(),
                    () -> ui.asks().submit(new Command.ClearSafeMode()))
                    .classes("small-hold");
            clear.say(ui.say("ui.diag.clear_safe_mode"), ui.say("ui.key.hold"));
            clear.setMinHeight(ui.px(60));
            found.add(clear);
        }
        return found;
    }

    private List<Node> readings(List<DiagnosticsViewModel.Row> values) {
        List<Node> found = new ArrayList<>();
        for (DiagnosticsViewModel.Row value : values) {
            Label number = wrapped(value.value(), "medium");
            number.setMinWidth(ui.px(100));
            HBox row = row(wrapped(value.name(), "quiet"), number, Styles.label(value.age(), "note"));
            Styles.standing(row, value.standing());
            found.add(row);
        }
        return found.isEmpty() ? List.of(Styles.label(ui.say("ui.diag.no_readings"), "quiet")) : found;
    }

    private HBox row(Label first, Node... others) {
        first.setMinWidth(ui.px(190));
        first.setPrefWidth(ui.px(190));
        HBox row = new HBox(ui.px(10), first);
        row.getChildren().addAll(others);
        return row;
    }

    private static Label wrapped(String words, String styleClass) {
        Label label = Styles.label(words, styleClass);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(label, Priority.ALWAYS);
        return label;
    }

    private List<Node> tests(List<?> state) {
        List<Node> found = new ArrayList<>();
        found.add(wrapped(ui.say("ui.diag.tests_words"), "quiet"));
        double touch = ui.metrics().touch();
        found.add(new HBox(ui.px(10),
                new Key("run-checks", ui.say("ui.diag.run"), this::runChecks).sized(ui.px(220), touch),
                new Key("make-bundle", ui.say("ui.diag.bundle"), this::makeBundle).sized(ui.px(220), touch)));
        if (!checkWords.isEmpty()) {
            found.add(wrapped(checkWords, "medium"));
        }
        for (Check check : checks) {
            LinkDot dot = new LinkDot(check.name(), ui.px(8));
            dot.show(switch (check.verdict()) {
                case PASSED -> LinkDot.State.UP;
                case SKIPPED -> LinkDot.State.STARTING;
                case FAILED -> LinkDot.State.DOWN;
            });
            dot.setMinWidth(ui.px(190));
            dot.setAlignment(Pos.BASELINE_LEFT);
            found.add(new HBox(ui.px(10), dot, wrapped(ui.words().say(check.answer()), "quiet")));
        }
        return found;
    }

    private void runChecks() {
        say("ui.diag.running");
        ui.asks().fetch(core -> core.workshop().map(Workshop::checks), answer -> {
            checks = answer.orElse(List.of());
            say(answer.isEmpty() ? "ui.diag.none" : "");
        });
    }

    private void say(String key) {
        checkWords = key.isEmpty() ? "" : ui.say(key);
        if (now != null) {
            show(now);
        }
    }

    private void makeBundle() {
        ui.asks().change(this::bundle, done -> {});
    }

    private Outcome bundle(Core core) {
        Optional<Workshop> workshop = core.workshop();
        if (workshop.isEmpty()) {
            return new Outcome.Refused(Message.of("ui.diag.none"));
        }
        try {
            return new Outcome.Accepted(Message.of("ui.diag.bundle_done",
                    String.valueOf(workshop.get().bundle(ui.places().own()))));
        } catch (IOException e) {
            return new Outcome.Refused(Message.of("ui.diag.bundle_failed", String.valueOf(e.getMessage())));
        }
    }
}
