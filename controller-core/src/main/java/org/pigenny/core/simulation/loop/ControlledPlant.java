// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.simulation.loop;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pigenny.core.control.Generator;
import org.pigenny.core.control.Memory;
import org.pigenny.core.control.Request;
import org.pigenny.core.control.Step;
import org.pigenny.core.model.Command;
import org.pigenny.core.model.EngineAnswer;
import org.pigenny.core.model.EngineCommand;
import org.pigenny.core.model.EnginePhase;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.PlantSnapshot;
import org.pigenny.core.model.StartsHeld;
import org.pigenny.core.model.settings.EngineSettings;
import org.pigenny.core.model.settings.GeneratorSettings;

/** The real controller over the real sequencer, on time that only passes when it is told to. */
public final class ControlledPlant {
    /** Monotonic time of the first tick; any number would do that is not 0. */
    public static final long START = Duration.ofHours(1).toNanos();

    private final EngineTwin engine;
    private final ScriptedInputs inputs = new ScriptedInputs();
    private final ZoneId zone;
    private GeneratorSettings settings;
    private Memory memory;
    private Duration wallOffset;
    private boolean relayUp = true;
    private boolean startsBlocked;
    private Optional<StartsHeld> startsHeld = Optional.empty();
    private Optional<EngineAnswer> answer = Optional.empty();
    private final List<Request> requests = new ArrayList<>();

    public ControlledPlant(GeneratorSettings settings, EngineSettings times, Instant wall, ZoneId zone) {
        this.settings = settings;
        this.zone = zone;
        engine = new EngineTwin(times, START);
        memory = Memory.fresh();
        wallOffset = Duration.between(Instant.EPOCH, wall).minusNanos(START);
    }

    public ScriptedInputs inputs() {
        return inputs;
    }

    public EngineTwin engine() {
        return engine;
    }

    public GeneratorSettings settings() {
        return settings;
    }

    public void settings(GeneratorSettings next) {
        settings = next;
    }

    public Memory memory() {
        return memory;
    }

    /** As after a restart of the process. */
    public void memory(Memory next) {
        memory = next;
    }

    public boolean relayUp() {
        return relayUp;
    }

    public void relayUp(boolean up) {
        relayUp = up;
    }

    public void startsBlocked(boolean blocked) {
        startsBlocked = blocked;
    }

    /** As on an appliance whose commissioning is not finished. */
    public void startsHeld(Optional<StartsHeld> held) {
        startsHeld = held;
    }

    /** Steps the wall clock alone. */
    public void wall(Instant instant) {
        wallOffset = Duration.between(Instant.EPOCH, instant).minusNanos(engine.nanos());
    }

    public Instant wall() {
        return Instant.EPOCH.plus(wallOffset).plusNanos(engine.nanos());
    }

    public ZoneId zone() {
        return zone;
    }

    /** Handed to the next tick. */
    public void ask(Command command, Origin origin) {
        requests.add(new Request(command, origin));
    }

    /** The phase as the controller can know it. */
    public EnginePhase phase() {
        return relayUp ? engine.phase() : EnginePhase.UNKNOWN;
    }

    /** One tick of the controller; its commands reach the sequencer at once when the server can be reached. */
    public Step tick() {
        Step step = Generator.tick(memory, snapshot(), settings, List.copyOf(requests));
        requests.clear();
        memory = step.memory();
        if (relayUp) {
            engine.renew();
            for (EngineCommand command : step.actions()) {
                answer = Optional.of(engine.submit(command));
            }
        }
        return step;
    }

    /** Lets time pass; {@code afterLook} runs after each look of the sequencer. */
    public void pass(Duration time, Runnable afterLook) {
        engine.runTo(engine.nanos() + time.toNanos(), afterLook);
    }

    public PlantSnapshot snapshot() {
        long now = engine.nanos();
        return new PlantSnapshot(now, wall(), zone, inputs.report(now),
                relayUp ? Optional.of(engine.report()) : Optional.empty(), relayUp, answer, inputs.externalAc(),
                inputs.overload(), inputs.fuelPct(), startsBlocked, false, Set.of(), startsHeld);
    }
}
