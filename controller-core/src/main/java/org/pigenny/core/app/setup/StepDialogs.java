// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.setup;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pigenny.core.api.Commissioning.Found;
import org.pigenny.core.api.Commissioning.Search;
import org.pigenny.core.api.SettingsPort;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Outcome;

/** The steps that ask and set. Each answers what came of it, for the report; empty when it stays open. */
final class StepDialogs {
    static final List<String> THRESHOLDS = List.of("generator.soc.start", "generator.soc.stop",
            "generator.max_run_s", "generator.quiet_hours.enabled", "generator.quiet_hours.from",
            "generator.quiet_hours.to");

    private final SetupDesk desk;
    private final Terminal terminal;
    private final Origin who;

    StepDialogs(SetupDesk desk, Terminal terminal, Origin who) {
        this.desk = desk;
        this.terminal = terminal;
        this.who = who;
    }

    Optional<String> ports() throws InterruptedException {
        terminal.say("setup.ports.looking");
        Search search = desk.walk().findInverter();
        search.heard().forEach(heard -> terminal.line("  " + terminal.words(heard)));
        if (search.found().isEmpty()) {
            terminal.say("setup.ports.none");
            return Optional.empty();
        }
        Found found = choose(search.found());
        return change(port(found)) ? Optional.of(words(found)) : Optional.empty();
    }

    private Found choose(List<Found> found) {
        for (int i = 0; i < found.size(); i++) {
            terminal.line("  " + (i + 1) + "  " + words(found.get(i)));
        }
        if (found.size() == 1) {
            return found.getFirst();
        }
        while (true) {
            Optional<Integer> number = number(terminal.ask("setup.ask.which", found.size()), found.size());
            if (number.isPresent()) {
                return found.get(number.get() - 1);
            }
        }
    }

    private static Optional<Integer> number(String text, int most) {
        return text.matches("\\d{1,3}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= most
                ? Optional.of(Integer.parseInt(text))
                : Optional.empty();
    }

    private String words(Found found) {
        return found.port() + ", " + found.baud() + " baud, address " + found.slave() + ": "
                + terminal.words(found.name());
    }

    /** The settings under which this one answers. */
    static Map<String, String> port(Found found) {
        return found.port().contains(":") && !found.port().startsWith("/")
                ? Map.of("inverter.slave", Integer.toString(found.slave()))
                : Map.of("inverter.connection", "serial", "inverter.port", found.port(), "inverter.baud",
                        Integer.toString(found.baud()), "inverter.slave", Integer.toString(found.slave()));
    }

    Optional<String> relayServer() {
        askAndChange(List.of("relay.host", "relay.port"));
        Outcome outcome = desk.walk().lookAtRelayServer();
        return terminal.said(outcome) && outcome instanceof Outcome.Accepted accepted
                ? Optional.of(terminal.words(accepted.text()))
                : Optional.empty();
    }

    Optional<String> thresholds() {
        return askAndChange(THRESHOLDS) ? Optional.of(values(THRESHOLDS)) : Optional.empty();
    }

    Optional<String> timeZone() {
        return askAndChange(List.of("site.time_zone"))
                ? Optional.of(values(List.of("site.time_zone")))
                : Optional.empty();
    }

    Optional<String> pin() {
        String first = terminal.ask("setup.ask.pin");
        if (!first.equals(terminal.ask("setup.ask.pin_again"))) {
            terminal.say("setup.pin.differ");
            return Optional.empty();
        }
        return terminal.said(desk.walk().setPin(first, who)) ? Optional.of("set") : Optional.empty();
    }

    private String values(List<String> keys) {
        List<SettingsPort.Entry> all = desk.settings().entries();
        return String.join(", ", keys.stream()
                .flatMap(key -> all.stream().filter(entry -> entry.key().equals(key)))
                .map(entry -> entry.key() + " " + (entry.value().isEmpty() ? "(system)" : entry.value()))
                .toList());
    }

    /** Asks for each; an empty line keeps what is. Asks again until the settings take all of it. */
    private boolean askAndChange(List<String> keys) {
        while (true) {
            Map<String, String> changes = new LinkedHashMap<>();
            for (SettingsPort.Entry entry : desk.settings().entries()) {
                if (keys.contains(entry.key())) {
                    String answer = terminal.ask("setup.ask.value", Message.of("help." + entry.key()), entry.key(),
                            entry.value(), entry.unit(), entry.allowed());
                    if (!answer.isEmpty()) {
                        changes.put(entry.key(), answer);
                    }
                }
            }
            if (changes.isEmpty() || change(changes)) {
                return true;
            }
        }
    }

    private boolean change(Map<String, String> changes) {
        return terminal.said(desk.settings().change(changes, who));
    }
}
