// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.commission;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Outcome;
import org.pigenny.kiosk.control.Key;
import org.pigenny.kiosk.control.NumberPad;
import org.pigenny.kiosk.control.Styles;
import org.pigenny.kiosk.control.Tone;
import org.pigenny.kiosk.frame.Ui;

/** The relay server's address, number by number, and whether it answers there. */
final class RelayServerView implements StepView {
    private static final int PARTS = 4;
    private static final int MOST = 255;

    private final Ui ui;
    private final Consumer<String> done;
    private final List<Key> numbers = new ArrayList<>();
    private final Label said = Words.whole("", "medium");
    private final HBox address = new HBox();
    private final VBox node;
    private boolean known;

    RelayServerView(Ui ui, Consumer<String> done) {
        this.ui = ui;
        this.done = done;
        said.setId("commission-said");
        address.setSpacing(ui.px(6));
        address.setAlignment(Pos.CENTER_LEFT);
        for (int i = 0; i < PARTS; i++) {
            int part = i;
            Key key = new Key("relay-part-" + i, "0", () -> ask(part)).sized(ui.px(64), ui.metrics().touch());
            numbers.add(key);
            if (i > 0) {
                address.getChildren().add(Styles.label(".", "medium"));
            }
            address.getChildren().add(key);
        }
        node = new VBox(ui.px(10), address,
                new Key("relay-look", ui.say("setup.page.look"), this::look).classes("primary")
                        .sized(ui.px(200), ui.px(56)),
                said);
        ui.asks().fetch(core -> core.snapshot().settings().relay().host(), this::show);
    }

    @Override
    public Node node() {
        return node;
    }

    private void show(String host) {
        String[] parts = host.split("\\.", -1);
        known = parts.length == PARTS;
        for (int i = 0; known && i < PARTS; i++) {
            numbers.get(i).say(parts[i], "");
        }
        if (!known) {
            // A name of a host: it stays what it is.
            address.getChildren().setAll(Styles.label(host, "medium"));
        }
    }

    private void ask(int part) {
        NumberPad[] pad = new NumberPad[1];
        pad[0] = new NumberPad(ui.say("setup.page.address"), "OK", false, 3, ui.px(56),
                ui.icons().icon("erase", ui.px(26)), typed -> {
                    if (Integer.parseInt(typed) <= MOST) {
                        numbers.get(part).say(String.valueOf(Integer.parseInt(typed)), "");
                        ui.overlays().close();
                    } else {
                        pad[0].clear();
                        pad[0].hint("0 \u2013 " + MOST, Tone.WARN);
                    }
                });
        pad[0].hint("0 \u2013 " + MOST, Tone.CALM);
        ui.overlays().open(pad[0]);
    }

    private void look() {
        said.setText(ui.say("setup.page.asking"));
        Map<String, String> changes = known
                ? Map.of("relay.host", String.join(".", numbers.stream().map(Key::wordText).toList()))
                : Map.of();
        ui.asks().fetch(core -> {
            Outcome changed = core.settings().change(changes, Origin.SCREEN);
            return Words.good(changed) ? core.commissioning().orElseThrow().lookAtRelayServer() : changed;
        }, outcome -> {
            String words = ui.words().say(Words.of(outcome));
            said.setText(words);
            if (Words.good(outcome)) {
                done.accept(words);
            }
        });
    }
}
