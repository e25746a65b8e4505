// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.setup;

import java.time.Duration;
import java.util.Locale;
import org.pigenny.core.api.Commissioning.Bench;
import org.pigenny.core.api.Commissioning.Standing;
import org.pigenny.core.api.Commissioning.Step;
import org.pigenny.core.api.Wiring;
import org.pigenny.core.api.WiringSheet;
import org.pigenny.core.api.WiringSheet.Result;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Outcome;

/** Each relay and each input in turn, with a person beside the board. */
final class WiringDialog {
    private static final Duration TIME_TO_OPERATE = Duration.ofSeconds(60);

    private final SetupDesk desk;
    private final Terminal terminal;
    private final Origin who;

    WiringDialog(SetupDesk desk, Terminal terminal, Origin who) {
        this.desk = desk;
        this.terminal = terminal;
        this.who = who;
    }

    void run() throws InterruptedException {
        boolean isolated = terminal.agrees("setup.ask.isolated");
        switch (desk.walk().openWiring(isolated, who)) {
            case Bench.Refused refused -> terminal.say(refused.why());
            case Bench.Ready ready -> {
                try (Wiring wiring = ready.wiring()) {
                    check(wiring);
                }
            }
        }
    }

    private void check(Wiring wiring) throws InterruptedException {
        WiringSheet sheet = WiringSheet.EMPTY;
        for (Wiring.Item item : WiringSheet.ITEMS) {
            sheet = sheet.with(item, one(wiring, item));
        }
        terminal.line(sheet.note());
        if (sheet.standing() == Standing.DONE) {
            terminal.said(desk.walk().settle(Step.WIRING, Standing.DONE, sheet.note(), who));
        } else {
            terminal.say("setup.wiring.wrong");
        }
    }

    private Result one(Wiring wiring, Wiring.Item item) throws InterruptedException {
        while (true) {
            String answer = terminal.ask("setup.ask." + kind(item), name(item), item.terminal())
                    .toLowerCase(Locale.ROOT);
            if (answer.startsWith("s")) {
                return Result.SKIPPED;
            }
            if (answer.startsWith("q")) {
                throw new Terminal.Left();
            }
            Outcome outcome = switch (item) {
                case Wiring.Relay relay -> wiring.pulse(relay);
                case Wiring.Input input -> {
                    terminal.say("setup.wiring.operate", name(item), item.terminal(), TIME_TO_OPERATE);
                    yield wiring.watch(input, TIME_TO_OPERATE);
                }
            };
            if (terminal.said(outcome)) {
                if (item instanceof Wiring.Input) {
                    return Result.RIGHT;
                }
                String clicked = terminal.ask("setup.ask.clicked", name(item), item.terminal())
                        .toLowerCase(Locale.ROOT);
                if (clicked.startsWith("y")) {
                    return Result.RIGHT;
                }
                if (clicked.startsWith("n")) {
                    return Result.WRONG;
                }
            }
        }
    }

    private static String kind(Wiring.Item item) {
        return item instanceof Wiring.Relay ? "relay" : "input";
    }

    static Message name(Wiring.Item item) {
        return Message.of("setup." + kind(item) + "." + item.name().toLowerCase(Locale.ROOT));
    }
}
