// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.control.alarm.AlarmBook;
import org.pigenny.core.control.condition.Conditions;
import org.pigenny.core.control.condition.Finding;
import org.pigenny.core.control.condition.QuietTime;
import org.pigenny.core.control.condition.StartCondition;
import org.pigenny.core.control.forecast.Forecaster;
import org.pigenny.core.control.input.Inputs;
import org.pigenny.core.control.proof.Charge;
import org.pigenny.core.control.proof.Sample;
import org.pigenny.core.model.EngineCommand;
import org.pigenny.core.model.EngineReport;
import org.pigenny.core.model.Event;
import org.pigenny.core.model.GeneratorState;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.PlantSnapshot;
import org.pigenny.core.model.RunReason;
import org.pigenny.core.model.Severity;
import org.pigenny.core.model.settings.GeneratorSettings;

/** One tick on the workbench: what is known, and the memory as it is being changed. Lives for one call only. */
final class Tick {
    static final Origin CORE = new Origin("core");

    final PlantSnapshot now;
    final GeneratorSettings settings;
    final Memory was;
    final Inputs in;
    final Optional<EngineReport> engine;
    final boolean quiet;
    final LocalDate today;
    final Sample sample;
    final List<EngineCommand> actions = new ArrayList<>();
    final List<Event> events = new ArrayList<>();

    GeneratorState state;
    Clock clock;
    List<Finding> findings;
    Trouble trouble;
    Holds holds;
    Drive drive;
    Book book;
    Charge charge;
    Forecaster forecaster;
    AlarmBook alarms;
    @Nullable
    Run run;
    @Nullable
    ManualRun manual;
    OptionalLong autostartOffSince;
    boolean stopAsked;

    Tick(Memory kept, PlantSnapshot now, GeneratorSettings settings) {
        this.now = now;
        this.settings = settings;
        Memory memory = kept.rebased(now);
        this.was = memory;
        in = Inputs.of(now, settings.pollInterval());
        engine = now.relayUp() ? now.engine() : Optional.empty();
        today = LocalDate.ofInstant(now.wall(), now.zone());
        sample = new Sample(now.nanos(), in.soc(), in.volts(), in.inverterVolts(), in.charge(), in.discharge(),
                in.pv());
        quiet = QuietTime.now(settings.quietHours(), now);
        state = memory.state();
        clock = memory.clock().tick(now);
        findings = look(memory);
        book = memory.book();
        charge = memory.charge();
        forecaster = memory.forecaster();
        alarms = memory.alarms();
        trouble = memory.trouble().fuel(Fuel.locked(fuel(), settings));
        holds = memory.holds().at(now.nanos());
        drive = memory.drive();
        autostartOffSince = settings.autostart()
                ? OptionalLong.empty()
                : OptionalLong.of(memory.autostartOffSince().orElse(now.nanos()));
        run = memory.run().orElse(null);
        manual = memory.manual().orElse(null);
    }

    private List<Finding> look(Memory memory) {
        List<Finding> found = new ArrayList<>();
        for (StartCondition condition : Conditions.ALL) {
            if (condition.enabled(settings)) {
                found.add(Finding.look(condition, memory.latches().of(condition.reason()), in, settings, quiet,
                        now.nanos()));
            }
        }
        return found;
    }

    /** Level of the tank, %. */
    OptionalDouble fuel() {
        return book.tank().level(settings.fuel(), now.fuelPct());
    }

    Stage stage() {
        return engine.isPresent() ? Stage.of(engine.get().phase()) : Stage.UNKNOWN;
    }

    /** What the condition of this name found, when it is enabled. */
    Optional<Finding> finding(RunReason reason) {
        for (Finding finding : findings) {
            if (finding.reason() == reason) {
                return Optional.of(finding);
            }
        }
        return Optional.empty();
    }

    long nanos() {
        return now.nanos();
    }

    boolean first() {
        return was.clock().nanos().isEmpty();
    }

    /** When a monotonic instant is, on the wall. */
    Instant wallAt(long nanos) {
        return now.wall().plusNanos(nanos - now.nanos());
    }

    long in(Duration time) {
        return now.nanos() + time.toNanos();
    }

    void clearLatches() {
        findings = findings.stream().map(Finding::cleared).toList();
    }

    void dropWishes() {
        manual = null;
        book = book.with(book.exercise().ended());
        clearLatches();
    }

    /** Puts the controller in ERROR: nothing runs until a reset. The first cause stays. */
    void fail(String code, Message text, boolean byStart) {
        if (trouble.error().isEmpty()) {
            trouble = trouble.failed(new Trouble.Failure(code, text, nanos(), now.wall(), byStart));
            event(Event.Kind.GENERATOR, Severity.CRITICAL, Message.of("event.error", text));
        }
        dropWishes();
    }

    void event(Event.Kind kind, Severity severity, Message text) {
        event(kind, severity, text, CORE);
    }

    void event(Event.Kind kind, Severity severity, Message text, Origin origin) {
        events.add(new Event(now.wall(), kind, severity, text, Optional.empty(), origin));
    }

    /** Submits START or STOP until its effect shows. */
    void ask(EngineCommand command) {
        long seen = engine.map(EngineReport::takenAtNanos).orElse(nanos());
        if (drive.due(command, seen)) {
            actions.add(command == EngineCommand.START && loadCannotWait()
                    ? EngineCommand.START_WITHOUT_WARMUP
                    : command);
            drive = drive.submitted(command, nanos());
        }
    }

    /** A run for an overloaded inverter, by the setting that says so. */
    private boolean loadCannotWait() {
        return settings.overload().skipWarmup() && run != null && run.reason() == RunReason.INVERTER_OVERLOAD;
    }

    /** Where the controller rests while the engine is off. */
    GeneratorState resting() {
        if (trouble.lockedOut()) {
            return GeneratorState.LOCKED_OUT;
        }
        return trouble.error().isPresent() ? GeneratorState.ERROR : GeneratorState.IDLE;
    }

    Memory memory() {
        return new Memory(state, clock, Latches.of(findings), Optional.ofNullable(run), Optional.ofNullable(manual),
                holds, trouble, drive, book, charge, forecaster, alarms, autostartOffSince);
    }
}
