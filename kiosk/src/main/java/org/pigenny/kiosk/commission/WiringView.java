// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.commission;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.api.Commissioning.Bench;
import org.pigenny.core.api.Commissioning.Standing;
import org.pigenny.core.api.Wiring;
import org.pigenny.core.api.WiringSheet;
import org.pigenny.core.api.WiringSheet.Result;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Outcome;
import org.pigenny.kiosk.control.HoldKey;
import org.pigenny.kiosk.control.Key;
import org.pigenny.kiosk.frame.Ui;

/** Each relay and each input in turn. Whoever leaves lets all relays go. */
final class WiringView implements StepView {
    private static final Duration TIME_TO_OPERATE = Duration.ofSeconds(60);

    private final Ui ui;
    private final Consumer<String> done;
    private final VBox node = new VBox();
    private final Label said = Words.whole("", "medium");
    private @Nullable Wiring wiring;
    private WiringSheet sheet = WiringSheet.EMPTY;
    private boolean busy;
    private boolean left;
    private boolean mayAnswer;

    WiringView(Ui ui, Consumer<String> done) {
        this.ui = ui;
        this.done = done;
        said.setId("commission-said");
        node.setSpacing(ui.px(10));
        HoldKey isolated = new HoldKey("wiring-isolated", ui.time(), this::open);
        isolated.say(ui.say("setup.page.isolated"), ui.say("setup.page.hold"));
        isolated.setMinHeight(ui.px(92));
        node.getChildren().addAll(isolated, said);
    }

    @Override
    public Node node() {
        return node;
    }

    private void open() {
        said.setText(ui.say("setup.page.asking"));
        ui.asks().fetch(core -> core.commissioning().orElseThrow().openWiring(true, Origin.SCREEN), this::opened);
    }

    private void opened(Bench bench) {
        switch (bench) {
            case Bench.Refused refused -> said.setText(ui.words().say(refused.why()));
            case Bench.Ready ready -> {
                wiring = ready.wiring();
                if (left) {
                    close(ready.wiring());
                    return;
                }
                said.setText("");
                show();
            }
        }
    }

    @Override
    public void left() {
        left = true;
        Wiring open = wiring;
        wiring = null;
        if (open != null) {
            close(open);
        }
    }

    /** On a thread of its own: whatever is under way ends at its next look. */
    private static void close(Wiring open) {
        Thread.ofPlatform().name("wiring-close").daemon(true).start(open::close);
    }

    private void show() {
        Optional<Wiring.Item> item = sheet.next();
        if (item.isEmpty()) {
            end();
            return;
        }
        Label name = Words.whole(name(item.get()), "title");
        name.setId("wiring-item");
        FlowPane keys = new FlowPane(ui.px(12), ui.px(12));
        keys.setPrefWrapLength(ui.px(420));
        keys.getChildren().add(key("wiring-try", tryWord(item.get()), () -> attempt(item.get())).classes("primary"));
        if (mayAnswer) {
            keys.getChildren().add(key("wiring-right", "setup.page.right", () -> answer(item.get(), Result.RIGHT)));
            keys.getChildren().add(key("wiring-wrong", "setup.page.wrong", () -> answer(item.get(), Result.WRONG)));
        }
        keys.getChildren().add(key("wiring-unused", "setup.page.unused", () -> answer(item.get(), Result.SKIPPED)));
        Label so = Words.whole(sheet.note().isEmpty() ? "" : results(), "quiet");
        node.getChildren().setAll(name, keys, said, so);
    }

    private static String tryWord(Wiring.Item item) {
        return item instanceof Wiring.Relay ? "setup.page.switch" : "setup.page.watch";
    }

    private Key key(String id, String words, Runnable action) {
        return new Key(id, ui.say(words), action).sized(ui.px(150), ui.px(56));
    }

    private String name(Wiring.Item item) {
        String kind = item instanceof Wiring.Relay ? "relay" : "input";
        return (item instanceof Wiring.Relay ? "REL" : "IN") + item.terminal() + "  "
                + ui.say("setup." + kind + "." + item.name().toLowerCase(Locale.ROOT));
    }

    private String results() {
        return WiringSheet.ITEMS.stream()
                .flatMap(item -> sheet.of(item)
                        .map(result -> name(item) + ": "
                                + ui.say("setup.result." + result.name().toLowerCase(Locale.ROOT)))
                        .stream())
                .reduce((one, other) -> one + "\n" + other)
                .orElse("");
    }

    private void attempt(Wiring.Item item) {
        Wiring open = wiring;
        if (busy || open == null) {
            return;
        }
        busy = true;
        said.setText(item instanceof Wiring.Relay
                ? ui.say("setup.page.asking")
                : ui.words().say(Message.of("setup.wiring.operate", name(item), item.terminal(), TIME_TO_OPERATE)));
        ui.asks().fetch(core -> attempt(open, item), outcome -> {
            busy = false;
            if (left) {
                return;
            }
            said.setText(ui.words().say(Words.of(outcome)));
            mayAnswer = Words.good(outcome);
            if (mayAnswer && item instanceof Wiring.Input) {
                answer(item, Result.RIGHT);
            } else {
                show();
            }
        });
    }

    private static Outcome attempt(Wiring open, Wiring.Item item) {
        try {
            return switch (item) {
                case Wiring.Relay relay -> open.pulse(relay);
                case Wiring.Input input -> open.watch(input, TIME_TO_OPERATE);
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Refused(Message.of("setup.wiring.left"));
        }
    }

    private void answer(Wiring.Item item, Result result) {
        if (!busy) {
            sheet = sheet.with(item, result);
            mayAnswer = false;
            show();
        }
    }

    private void end() {
        left();
        if (sheet.standing() == Standing.DONE) {
            done.accept(sheet.note());
        } else {
            said.setText(ui.say("setup.wiring.wrong"));
            node.getChildren().setAll(said, Words.whole(results(), "medium"));
        }
    }
}
