// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.setup;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.pigenny.core.api.Commissioning;
import org.pigenny.core.api.Commissioning.Entry;
import org.pigenny.core.api.Commissioning.Standing;
import org.pigenny.core.api.Commissioning.State;
import org.pigenny.core.api.Commissioning.Step;
import org.pigenny.core.model.Origin;

/** The walk in a terminal: the steps that are left, one after another; each can be skipped, left for later or done again. */
public final class SetupWalk {
    private final SetupDesk desk;
    private final Terminal terminal;
    private final Origin who;

    public SetupWalk(SetupDesk desk, Terminal terminal, Origin who) {
        this.desk = desk;
        this.terminal = terminal;
        this.who = who;
    }

    /** @return whether the commissioning is finished */
    public boolean run(Optional<Step> only) throws InterruptedException {
        try {
            terminal.say("setup.welcome");
            if (only.isPresent()) {
                step(only.get());
            } else {
                walk();
            }
            return finish();
        } catch (Terminal.Left left) {
            terminal.line("");
            terminal.say("setup.later");
            return !state().open();
        }
    }

    private State state() {
        return desk.walk().state();
    }

    private void walk() throws InterruptedException {
        list();
        List<Step> left = state().left();
        for (Step step : left.isEmpty() ? chosen() : left) {
            step(step);
        }
    }

    private List<Step> chosen() {
        String answer = terminal.ask("setup.ask.again").toLowerCase(Locale.ROOT);
        return Stream.of(Step.values())
                .filter(step -> answer.equals(step.word()) || answer.equals(String.valueOf(step.number())))
                .toList();
    }

    private void list() {
        State now = state();
        for (Step step : Step.values()) {
            Entry entry = now.entry(step);
            terminal.line(String.format(Locale.ROOT, "  %d  %-18s %-8s %s", step.number(),
                    terminal.words(name(step)), entry.standing().name().toLowerCase(Locale.ROOT), entry.note()));
        }
    }

    static org.pigenny.core.model.Message name(Step step) {
        return org.pigenny.core.model.Message.of("setup.step." + step.word());
    }

    private void step(Step step) throws InterruptedException {
        terminal.line("");
        terminal.line("== " + step.number() + "  " + terminal.words(name(step)));
        terminal.say("setup.about." + step.word());
        String answer = terminal.ask("setup.ask.step").toLowerCase(Locale.ROOT);
        if (answer.startsWith("s")) {
            terminal.said(desk.walk().settle(step, Standing.SKIPPED, "", who));
        } else if (answer.startsWith("q")) {
            throw new Terminal.Left();
        } else if (!answer.startsWith("l")) {
            carryOut(step);
        }
    }

    private void carryOut(Step step) throws InterruptedException {
        StepDialogs dialogs = new StepDialogs(desk, terminal, who);
        Optional<String> note = switch (step) {
            case PORTS -> dialogs.ports();
            case RELAY_SERVER -> dialogs.relayServer();
            case WIRING -> {
                // Settles itself: a wiring that is known to be wrong stays open.
                new WiringDialog(desk, terminal, who).run();
                yield Optional.empty();
            }
            case THRESHOLDS -> dialogs.thresholds();
            case PIN -> dialogs.pin();
            case TIME_ZONE -> dialogs.timeZone();
        };
        note.ifPresent(text -> terminal.said(desk.walk().settle(step, Standing.DONE, text, who)));
    }

    private boolean finish() {
        Commissioning walk = desk.walk();
        terminal.line("");
        list();
        State now = walk.state();
        if (!now.left().isEmpty()) {
            terminal.say("setup.left", String.join(", ", now.left().stream().map(Step::word).toList()));
            return !now.open();
        }
        if (now.finishedAt().isPresent() && !now.open()) {
            return true;
        }
        terminal.say("setup.about.finish");
        if (!terminal.agrees("setup.ask.finish")) {
            terminal.say("setup.later");
            return false;
        }
        return terminal.said(walk.finish(who));
    }
}
