// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.commission;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.api.Commissioning;
import org.pigenny.core.api.Commissioning.Standing;
import org.pigenny.core.api.Commissioning.State;
import org.pigenny.core.api.Commissioning.Step;
import org.pigenny.core.model.Origin;
import org.pigenny.kiosk.control.DragPane;
import org.pigenny.kiosk.control.Key;
import org.pigenny.kiosk.control.Styles;
import org.pigenny.kiosk.frame.Page;
import org.pigenny.kiosk.frame.Ui;
import org.pigenny.kiosk.present.Now;

/** The steps at the side, the open one beside them. Leaving the page lets every relay go. */
public final class CommissionPage implements Page {
    private final Ui ui;
    private final BorderPane node = new BorderPane();
    private final Label summary = Styles.label("", "medium");
    private final VBox body = new VBox();
    private final DragPane pane = new DragPane(body);
    private final HBox keys = new HBox();
    private final Map<Step, Key> list = new EnumMap<>(Step.class);
    private final Key end;
    private State state = State.NONE;
    private @Nullable Step open;
    private @Nullable StepView view;
    private boolean chosen;

    public CommissionPage(Ui ui) {
        this.ui = ui;
        summary.setId("commission-summary");
        summary.setWrapText(true);
        summary.setMinHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
        body.setSpacing(ui.px(10));
        keys.setSpacing(ui.px(12));
        end = new Key("commission-end", ui.say("setup.page.end"), () -> turnTo(null)).sized(ui.px(120),
                ui.metrics().touch());
        end.setMaxWidth(Double.MAX_VALUE);
        VBox right = new VBox(ui.px(8), summary, pane, keys);
        VBox.setVgrow(pane, Priority.ALWAYS);
        if (ui.metrics().portrait()) {
            node.setTop(grid());
            right.setPadding(new Insets(ui.px(10), 0, 0, 0));
        } else {
            VBox steps = new VBox(ui.px(6));
            for (Step step : Step.values()) {
                steps.getChildren().add(key(step));
            }
            steps.getChildren().add(end);
            steps.setPrefWidth(ui.px(218));
            steps.setMinWidth(ui.px(218));
            steps.setPadding(new Insets(0, ui.px(12), 0, 0));
            node.setLeft(steps);
        }
        node.setCenter(right);
        node.setPadding(new Insets(0, ui.px(12), ui.px(12), ui.px(12)));
    }

    private GridPane grid() {
        GridPane grid = new GridPane();
        grid.setHgap(ui.px(8));
        grid.setVgap(ui.px(8));
        for (Step step : Step.values()) {
            Key key = key(step);
            GridPane.setHgrow(key, Priority.ALWAYS);
            grid.add(key, (step.number() - 1) % 2, (step.number() - 1) / 2);
        }
        GridPane.setHgrow(end, Priority.ALWAYS);
        grid.add(end, 0, Step.values().length / 2, 2, 1);
        return grid;
    }

    private Key key(Step step) {
        Key key = new Key("commission-" + step.word(), "", () -> turnTo(step)).sized(ui.px(120), ui.metrics().touch());
        key.setMaxWidth(Double.MAX_VALUE);
        list.put(step, key);
        return key;
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void show(Now now) {
        StepView shown = view;
        if (shown != null) {
            shown.tick();
        }
    }

    @Override
    public void opened() {
        chosen = false;
        refresh();
    }

    @Override
    public void closed() {
        leaveStep();
    }

    private void leaveStep() {
        StepView shown = view;
        view = null;
        if (shown != null) {
            shown.left();
        }
    }

    /** Asks how far it is; the first time it opens the step that comes next. */
    private void refresh() {
        ui.asks().fetch(core -> core.commissioning().map(Commissioning::state).orElse(State.NONE), now -> {
            state = now;
            for (CommissionViewModel.Row row : CommissionViewModel.rows(now)) {
                Key key = list.get(row.step());
                if (key != null) {
                    key.say(row.mark() + "  " + ui.words().say(row.name()), "");
                    Styles.flag(key, "settled", now.entry(row.step()).standing() != Standing.OPEN);
                }
            }
            summary.setText(ui.words().say(CommissionViewModel.summary(now)));
            if (!chosen) {
                turnTo(CommissionViewModel.next(now).orElse(null));
            }
        });
    }

    private void turnTo(@Nullable Step step) {
        leaveStep();
        chosen = true;
        open = step;
        list.forEach((one, key) -> Styles.flag(key, "primary", one == step));
        Styles.flag(end, "primary", step == null);
        StepView shown = step == null ? new EndView(ui, state, this::settled) : view(step);
        view = shown;
        Label about = Styles.label(step == null
                ? ui.words().say(CommissionViewModel.aboutEnd(state))
                : ui.say("setup.about." + step.word()), "quiet");
        about.setWrapText(true);
        about.setMinHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
        body.getChildren().setAll(about, shown.node());
        keys.getChildren().clear();
        if (step != null) {
            Key skip = new Key("commission-skip", ui.say("setup.page.skip"), () -> settle(Standing.SKIPPED, ""))
                    .sized(ui.px(140), ui.metrics().touch());
            keys.getChildren().add(skip);
        }
        pane.toTop();
    }

    private StepView view(Step step) {
        return switch (step) {
            case PORTS -> new PortsView(ui, note -> settle(Standing.DONE, note));
            case RELAY_SERVER -> new RelayServerView(ui, note -> settle(Standing.DONE, note));
            case WIRING -> new WiringView(ui, note -> settle(Standing.DONE, note));
            case THRESHOLDS -> new ThresholdsView(ui, note -> settle(Standing.DONE, note));
            case PIN -> new PinView(ui, note -> settle(Standing.DONE, note));
            case TIME_ZONE -> new ZoneView(ui, note -> settle(Standing.DONE, note));
        };
    }

    private void settle(Standing standing, String note) {
        Optional.ofNullable(open)
                .ifPresent(step -> ui.asks()
                        .change(core -> core.commissioning().orElseThrow().settle(step, standing, note, Origin.SCREEN),
                                accepted -> settled()));
    }

    /** On to what comes next. */
    private void settled() {
        chosen = false;
        refresh();
    }
}
