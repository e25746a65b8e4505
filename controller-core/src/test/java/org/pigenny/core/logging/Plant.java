// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.pigenny.core.api.CoreSnapshot;
import org.pigenny.core.model.AlarmReport;
import org.pigenny.core.model.ChargeProof;
import org.pigenny.core.model.ControlReport;
import org.pigenny.core.model.EnginePhase;
import org.pigenny.core.model.EngineReport;
import org.pigenny.core.model.Forecast;
import org.pigenny.core.model.GeneratorState;
import org.pigenny.core.model.InverterReport;
import org.pigenny.core.model.LinkReport;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Outcome;
import org.pigenny.core.model.Quantity;
import org.pigenny.core.model.Reading;
import org.pigenny.core.model.RunReason;
import org.pigenny.core.model.SafeMode;
import org.pigenny.core.model.Why;
import org.pigenny.core.model.settings.Settings;
import org.pigenny.core.time.ManualTime;

/** A plant whose snapshots a test composes: what it says holds until it says otherwise. */
public final class Plant {
    public static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

    public final ManualTime time;
    private final Map<Quantity, Reading> readings = new EnumMap<>(Quantity.class);
    private Settings settings = Settings.defaults();
    private GeneratorState state = GeneratorState.IDLE;
    private RunReason reason = RunReason.NONE;
    private Message why = Message.of("why.nothing_yet");
    private Optional<Instant> runStarted = Optional.empty();
    private Optional<EngineReport> engine = Optional.empty();
    private LinkReport.State relay = LinkReport.State.UP;
    private ChargeProof proof = ChargeProof.NONE;
    private List<AlarmReport> alarms = List.of();

    public Plant(Instant start) {
        time = new ManualTime(start);
    }

    public Plant reads(Quantity quantity, double value) {
        readings.put(quantity, new Reading(value, time.nanos()));
        return this;
    }

    public Plant forgets() {
        readings.clear();
        return this;
    }

    public Plant settings(Settings now) {
        settings = now;
        return this;
    }

    public Plant control(GeneratorState now, RunReason because, Message words) {
        state = now;
        reason = because;
        why = words;
        return this;
    }

    public Plant asked(Instant at) {
        runStarted = Optional.of(at);
        return this;
    }

    public Plant notAsked() {
        runStarted = Optional.empty();
        return this;
    }

    public Plant proof(ChargeProof now) {
        proof = now;
        return this;
    }

    public Plant alarms(AlarmReport... now) {
        alarms = List.of(now);
        return this;
    }

    public Plant relay(LinkReport.State now) {
        relay = now;
        return this;
    }

    public Plant engine(EnginePhase phase, boolean running, long runId, int attempt, Duration runFor) {
        engine = Optional.of(new EngineReport(phase, Optional.empty(), 0, OptionalInt.of(running ? 3 : 0),
                Optional.of(running), runId, attempt, 0, EngineReport.StartOutcome.NONE, runFor,
                phase == EnginePhase.LOADED, Optional.empty(), false, Optional.empty(), EngineReport.Bus.SIMULATED,
                new EngineReport.BoardHealth("1", 2, "6h45m", "42%", "1.2G free (35% used)"), time.nanos()));
        return this;
    }

    public Plant passes(Duration span) {
        time.advance(span);
        return this;
    }

    public CoreSnapshot snapshot() {
        long now = time.nanos();
        ControlReport control = new ControlReport(state, reason, new Why(why, List.of()), Optional.empty(), true,
                new Outcome.Accepted(Message.of("x")), Optional.empty(), 0, 3, runStarted, Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), proof,
                new Forecast.None(Message.of("forecast.none_yet")), alarms, 50, now);
        LinkReport link = new LinkReport(relay, Message.of("link.starting"), now, 0, 0, 0, 0, OptionalDouble.empty());
        return new CoreSnapshot(now, time.wall(), ZONE, new InverterReport(readings, Optional.empty()), link, engine,
                link, control, List.of(), SafeMode.OFF, settings, List.of());
    }
}
