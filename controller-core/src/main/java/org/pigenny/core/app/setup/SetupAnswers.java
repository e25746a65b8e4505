// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.setup;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import org.pigenny.core.api.Commissioning.Search;
import org.pigenny.core.api.Commissioning.Standing;
import org.pigenny.core.api.Commissioning.Step;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Outcome;

/**
 * The walk from a file instead of a person: one line {@code step = answer}, and {@code set.KEY = value} for settings. A step
 * without a line stays as it is. The wiring needs a person; a file can only skip it.
 */
public final class SetupAnswers {
    private static final String SET = "set.";
    private static final String SKIP = "skip";

    private final SetupDesk desk;
    private final Terminal terminal;
    private final Origin who;
    private final Properties answers;

    public SetupAnswers(SetupDesk desk, Terminal terminal, Origin who, Properties answers) {
        this.desk = desk;
        this.terminal = terminal;
        this.who = who;
        this.answers = answers;
    }

    /** @return whether everything that the file asks for was done */
    public boolean run() throws InterruptedException {
        for (String name : new TreeSet<>(answers.stringPropertyNames())) {
            if (!name.startsWith(SET) && !name.equals("finish") && step(name).isEmpty()) {
                terminal.say("setup.answers.unknown", name);
                return false;
            }
        }
        if (!settings()) {
            return false;
        }
        for (Step step : Step.values()) {
            Optional<String> answer = Optional.ofNullable(answers.getProperty(step.word()));
            if (answer.isPresent() && !carryOut(step, answer.get().strip())) {
                return false;
            }
        }
        return !"yes".equals(answers.getProperty("finish")) || terminal.said(desk.walk().finish(who));
    }

    private static Optional<Step> step(String word) {
        return List.of(Step.values()).stream().filter(step -> step.word().equals(word)).findFirst();
    }

    private boolean settings() {
        Map<String, String> changes = new LinkedHashMap<>();
        answers.stringPropertyNames()
                .stream()
                .filter(name -> name.startsWith(SET))
                .sorted()
                .forEach(name -> changes.put(name.substring(SET.length()), answers.getProperty(name).strip()));
        return changes.isEmpty() || terminal.said(desk.settings().change(changes, who));
    }

    private boolean carryOut(Step step, String answer) throws InterruptedException {
        if (answer.equals(SKIP)) {
            return settle(step, Standing.SKIPPED, "by an answers file");
        }
        return switch (step) {
            case PORTS -> ports();
            case RELAY_SERVER -> {
                Outcome outcome = desk.walk().lookAtRelayServer();
                yield terminal.said(outcome) && outcome instanceof Outcome.Accepted accepted
                        && settle(step, Standing.DONE, terminal.words(accepted.text()));
            }
            case WIRING -> {
                terminal.say("setup.answers.wiring");
                yield false;
            }
            case THRESHOLDS -> settle(step, Standing.DONE, "by an answers file");
            case PIN -> terminal.said(desk.walk().setPin(answer, who)) && settle(step, Standing.DONE, "set");
            case TIME_ZONE -> terminal.said(desk.settings().change(Map.of("site.time_zone", answer), who))
                    && settle(step, Standing.DONE, answer);
        };
    }

    /** Takes the first that answers. */
    private boolean ports() throws InterruptedException {
        Search search = desk.walk().findInverter();
        search.heard().forEach(terminal::say);
        if (search.found().isEmpty()) {
            terminal.say("setup.ports.none");
            return false;
        }
        return terminal.said(desk.settings().change(StepDialogs.port(search.found().getFirst()), who))
                && settle(Step.PORTS, Standing.DONE, terminal.words(Message.of("setup.ports.at",
                        search.found().getFirst().port(), search.found().getFirst().name())));
    }

    private boolean settle(Step step, Standing standing, String note) {
        return terminal.said(desk.walk().settle(step, standing, note, who));
    }
}
