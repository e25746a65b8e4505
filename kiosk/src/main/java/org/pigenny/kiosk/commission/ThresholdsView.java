// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.commission;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.settings.GeneratorSettings;
import org.pigenny.kiosk.control.Key;
import org.pigenny.kiosk.control.Stepper;
import org.pigenny.kiosk.frame.Ui;

/** When the generator starts and stops; the core judges it as it judges the file. */
final class ThresholdsView implements StepView {
    private static final String START = "generator.soc.start";
    private static final String STOP = "generator.soc.stop";
    private static final String MOST = "generator.max_run_s";
    private static final double SECONDS_AN_HOUR = 3600;

    private final Ui ui;
    private final Stepper start;
    private final Stepper stop;
    private final Stepper most;
    private final VBox node = new VBox();

    ThresholdsView(Ui ui, Consumer<String> done) {
        this.ui = ui;
        start = row(START, new Stepper.Limits(5, 95, 1), "%");
        stop = row(STOP, new Stepper.Limits(10, 100, 1), "%");
        most = row(MOST, new Stepper.Limits(0.5, 24, 0.5), "h");
        node.setSpacing(ui.px(8));
        node.getChildren()
                .add(new Key("thresholds-take", ui.say("setup.page.take_values"), () -> take(done))
                        .classes("primary")
                        .sized(ui.px(200), ui.px(56)));
        ui.asks().fetch(core -> core.snapshot().settings().generator(), this::show);
    }

    @Override
    public Node node() {
        return node;
    }

    private Stepper row(String key, Stepper.Limits limits, String unit) {
        Stepper stepper = new Stepper("commission-" + key.replace('.', '-'), limits,
                value -> (Math.rint(value) == value ? String.valueOf((long) value) : String.valueOf(value)) + " "
                        + unit,
                ui.metrics().touch(), ui.icons().icon("minus", ui.px(24)), ui.icons().icon("plus", ui.px(24)),
                moved -> {}).running(ui.time());
        stepper.setMinWidth(Region.USE_PREF_SIZE);
        Node name = Words.whole(ui.say("ui.set." + key), "medium");
        HBox row = new HBox(ui.px(12), name, stepper);
        HBox.setHgrow(name, Priority.ALWAYS);
        ((Region) name).setMaxWidth(Double.MAX_VALUE);
        row.setAlignment(Pos.CENTER_LEFT);
        node.getChildren().add(row);
        return stepper;
    }

    private void show(GeneratorSettings now) {
        start.show(now.soc().start());
        stop.show(now.soc().stop());
        most.show(Math.max(0.5, now.maxRun().toSeconds() / SECONDS_AN_HOUR));
    }

    private void take(Consumer<String> done) {
        Map<String, String> changes = new LinkedHashMap<>();
        changes.put(START, plain(start.value()));
        changes.put(STOP, plain(stop.value()));
        changes.put(MOST, plain(most.value() * SECONDS_AN_HOUR));
        ui.asks().change(core -> core.settings().change(changes, Origin.SCREEN), accepted -> {
            if (accepted) {
                done.accept(changes.toString());
            }
        });
    }

    private static String plain(double value) {
        return String.valueOf(Math.round(value));
    }
}
