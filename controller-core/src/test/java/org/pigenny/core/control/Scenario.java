// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.pigenny.core.config.SettingsLoader;
import org.pigenny.core.model.AlarmReport;
import org.pigenny.core.model.Command;
import org.pigenny.core.model.ControlReport;
import org.pigenny.core.model.EngineCommand;
import org.pigenny.core.model.Event;
import org.pigenny.core.model.GeneratorState;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Outcome;
import org.pigenny.core.model.Quantity;
import org.pigenny.core.model.RunReason;
import org.pigenny.core.model.settings.Settings;
import org.pigenny.core.simulation.loop.ControlledPlant;
import org.pigenny.core.text.Phrases;
import org.pigenny.olimex.board.EngineBehaviour;
import org.pigenny.olimex.protocol.Relay;

/**
 * The language of the scenarios: the real controller over the real sequencer, on time that leaps.
 * {@code given("generator.soc.start=40").at("16:20").soc(39).expect(STARTING)}
 */
final class Scenario {
    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
    private static final Origin TESTER = new Origin("tester");

    final ControlledPlant plant;
    final List<Event> events = new ArrayList<>();
    final List<EngineCommand> actions = new ArrayList<>();
    private final Phrases english = new Phrases(Locale.ENGLISH, ZONE);
    private final List<Outcome> answers = new ArrayList<>();
    private ControlReport report = ControlReport.none(0);
    private boolean due = true;

    private Scenario(Settings settings, LocalDate date) {
        plant = new ControlledPlant(settings.generator(), settings.engine(),
                date.atTime(12, 0).atZone(ZONE).toInstant(), ZONE);
    }

    /** Noon of a winter day, the battery at 60 %. */
    static Scenario given(String... settings) {
        return on("2026-01-05", settings).soc(60);
    }

    static Scenario on(String date, String... settings) {
        return new Scenario(settings(settings), LocalDate.parse(date));
    }

    static Settings settings(String... settings) {
        Map<String, String> overrides = new LinkedHashMap<>();
        for (String setting : settings) {
            overrides.put(setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
        }
        SettingsLoader.Loaded loaded = new SettingsLoader().load(Optional.empty(), Map.of(), overrides);
        assertEquals(List.of(), loaded.problems());
        return loaded.effective().settings();
    }

    /** Lets time pass until the local clock shows this, today or tomorrow. */
    Scenario at(String time) {
        LocalTime wanted = LocalTime.parse(time);
        Duration left = Duration.between(localTime(), wanted);
        return after(left.isNegative() ? left.plusDays(1) : left);
    }

    Scenario after(String duration) {
        return after(Duration.parse("PT" + duration.replace("min", "m").toUpperCase(Locale.ROOT)));
    }

    private Scenario after(Duration time) {
        for (long left = time.toSeconds(); left > 0; left--) {
            settle();
            plant.pass(Duration.ofSeconds(1), () -> {});
            due = true;
        }
        return this;
    }

    /** Lets time pass until the state is this one, at most a day. */
    Scenario until(GeneratorState state) {
        return until(state.toString(), seen -> seen.state() == state);
    }

    Scenario until(String what, Predicate<ControlReport> wanted) {
        for (int i = 0; i < 86_400; i++) {
            settle();
            if (wanted.test(report)) {
                return this;
            }
            after(Duration.ofSeconds(1));
        }
        return fail("never " + what + ", but " + report.state() + " " + why());
    }

    Scenario soc(double percent) {
        return set(Quantity.SOC, percent);
    }

    Scenario set(Quantity quantity, double value) {
        plant.inputs().set(quantity, value);
        due = true;
        return this;
    }

    Scenario unknown(Quantity quantity) {
        plant.inputs().unknown(quantity);
        due = true;
        return this;
    }

    Scenario inverterSilent(boolean silent) {
        plant.inputs().silent(silent);
        due = true;
        return this;
    }

    Scenario relaySilent(boolean silent) {
        plant.relayUp(!silent);
        due = true;
        return this;
    }

    Scenario externalAc(boolean present) {
        plant.inputs().externalAc(Optional.of(present));
        due = true;
        return this;
    }

    Scenario overload(boolean reported) {
        plant.inputs().overload(Optional.of(reported));
        due = true;
        return this;
    }

    Scenario fuel(double percent) {
        plant.inputs().fuelPct(OptionalDouble.of(percent));
        due = true;
        return this;
    }

    Scenario autostart(boolean on) {
        plant.settings(plant.settings().withAutostart(on));
        due = true;
        return this;
    }

    Scenario engine(String behaviour) {
        plant.engine().behave(EngineBehaviour.ofWord(behaviour).orElseThrow());
        due = true;
        return this;
    }

    Scenario clock(String date, String time) {
        plant.wall(LocalDate.parse(date).atTime(LocalTime.parse(time)).atZone(ZONE).toInstant());
        due = true;
        return this;
    }

    Scenario ask(Command command) {
        plant.ask(command, TESTER);
        due = true;
        return this;
    }

    Scenario start() {
        return ask(new Command.StartUntilStopped());
    }

    Scenario startFor(String duration) {
        return ask(new Command.StartFor(Duration.parse("PT" + duration.toUpperCase(Locale.ROOT))));
    }

    Scenario startUntilAuto() {
        return ask(new Command.StartUntilAuto());
    }

    Scenario stop() {
        return ask(new Command.Stop());
    }

    Scenario reset() {
        return ask(new Command.Reset());
    }

    Scenario emergencyStop() {
        return ask(new Command.EmergencyStop());
    }

    Scenario serviceMode(boolean on) {
        return ask(new Command.ServiceMode(on));
    }

    /** A new process: only what is saved comes through. */
    Scenario restart() {
        settle();
        plant.memory(Memory.restore(plant.memory().save()));
        due = true;
        return this;
    }

    Scenario expect(GeneratorState state) {
        settle();
        assertEquals(state, report.state(), () -> localTime() + " " + why());
        return this;
    }

    Scenario expect(GeneratorState state, RunReason reason) {
        expect(state);
        assertEquals(reason, report.reason(), this::why);
        return this;
    }

    Scenario relays(String names) {
        settle();
        assertEquals(names, Relay.names(plant.engine().relays()));
        return this;
    }

    Scenario alarm(String code) {
        settle();
        assertTrue(codes().contains(code), () -> code + " is not in " + codes());
        return this;
    }

    Scenario noAlarm(String code) {
        settle();
        assertTrue(!codes().contains(code), () -> code + " is in " + codes());
        return this;
    }

    Scenario says(String words) {
        settle();
        assertTrue(why().contains(words), () -> "'" + words + "' is not in '" + why() + "'");
        return this;
    }

    Scenario accepted() {
        settle();
        assertTrue(answers.getLast() instanceof Outcome.Accepted, () -> "refused: " + answers.getLast());
        return this;
    }

    Scenario refused(String words) {
        settle();
        if (!(answers.getLast() instanceof Outcome.Refused refused)) {
            return fail("was accepted: " + answers.getLast());
        }
        assertTrue(english.say(refused.why()).contains(words), () -> english.say(refused.why()));
        return this;
    }

    Scenario check(Predicate<ControlReport> holds) {
        settle();
        assertTrue(holds.test(report), report::toString);
        return this;
    }

    ControlReport report() {
        settle();
        return report;
    }

    String why() {
        return english.say(report.why().sentence());
    }

    List<String> codes() {
        return report.alarms()
                .stream()
                .filter(alarm -> alarm.state() != AlarmReport.State.RETURNED_UNACKNOWLEDGED)
                .map(AlarmReport::code)
                .toList();
    }

    long starts() {
        settle();
        return actions.stream().filter(action -> action == EngineCommand.START).count();
    }

    LocalTime localTime() {
        return plant.wall().atZone(ZONE).toLocalTime();
    }

    private void settle() {
        if (!due) {
            return;
        }
        Step step = plant.tick();
        report = step.report();
        events.addAll(step.events());
        actions.addAll(step.actions());
        answers.addAll(step.answers());
        due = false;
    }
}
