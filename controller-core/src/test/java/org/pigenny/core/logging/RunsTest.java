// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pigenny.core.api.History;
import org.pigenny.core.model.AlarmReport;
import org.pigenny.core.model.ChargeProof;
import org.pigenny.core.model.EnginePhase;
import org.pigenny.core.model.Event;
import org.pigenny.core.model.GeneratorState;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Quantity;
import org.pigenny.core.model.RunReason;
import org.pigenny.core.model.Severity;
import org.pigenny.core.model.settings.LoggingSettings;

class RunsTest {
    private static final Instant START = Instant.parse("2026-01-31T21:40:00Z");
    private static final Message AT_80 = Message.of("test.at_stop", 80);

    @TempDir
    Path folder;

    private final Plant plant = new Plant(START);
    private Records records = new Records(Path.of("unused"), LoggingSettings.defaults(), plant.time);

    @BeforeEach
    void open() throws InterruptedException {
        records = new Records(folder.resolve("controller.db"),
                new LoggingSettings(folder.resolve("csv").toString(), Duration.ofHours(1), 7), plant.time);
        records.cycle();
    }

    @AfterEach
    void close() {
        records.close();
    }

    private void restart() throws InterruptedException {
        records.close();
        open();
    }

    private void goesOn(Duration span) throws InterruptedException {
        plant.passes(span);
        records.accept(plant.snapshot());
        records.cycle();
    }

    private void asks(RunReason reason) throws InterruptedException {
        plant.reads(Quantity.SOC, 39)
                .asked(plant.time.wall())
                .control(GeneratorState.STARTING, reason, Message.of("test.soc_below", 40))
                .engine(EnginePhase.RESET, false, 7, 1, Duration.ZERO);
        goesOn(Duration.ZERO);
    }

    private void firesAndLoads() throws InterruptedException {
        plant.passes(Duration.ofMillis(1500)).engine(EnginePhase.CRANK, false, 7, 1, Duration.ZERO);
        goesOn(Duration.ZERO);
        plant.passes(Duration.ofMillis(5300)).engine(EnginePhase.WARMUP, true, 7, 1, Duration.ofMillis(600));
        goesOn(Duration.ZERO);
        plant.passes(Duration.ofSeconds(80))
                .engine(EnginePhase.LOADED, true, 7, 1, Duration.ofMillis(80_600))
                .control(GeneratorState.RUNNING, RunReason.SOC, Message.of("test.charging"));
        goesOn(Duration.ZERO);
    }

    private void charges(int minutes) throws InterruptedException {
        for (int minute = 1; minute <= minutes; minute++) {
            plant.passes(Duration.ofMinutes(1))
                    .reads(Quantity.SOC, 39 + minute)
                    .engine(EnginePhase.LOADED, true, 7, 1,
                            Duration.ofMillis(80_600).plusMinutes(minute));
            boolean proven = minute >= 12;
            plant.proof(new ChargeProof(
                    proven ? ChargeProof.Verdict.CHARGING : ChargeProof.Verdict.CHECKING, OptionalDouble.of(2800),
                    45.0 * minute, Optional.empty(), Optional.empty()));
            goesOn(Duration.ZERO);
        }
    }

    private void stops() throws InterruptedException {
        plant.control(GeneratorState.STOPPING, RunReason.SOC, AT_80)
                .engine(EnginePhase.COOLDOWN, true, 7, 1,
                        Duration.ofHours(1));
        goesOn(Duration.ZERO);
        plant.passes(Duration.ofMinutes(3))
                .notAsked()
                .control(GeneratorState.IDLE, RunReason.NONE, Message.of("test.idle"))
                .engine(EnginePhase.OFF, false, 7, 1, Duration.ZERO);
        goesOn(Duration.ZERO);
    }

    @Test
    void aRunIsToldFromTheRequestToTheStandstill() throws InterruptedException {
        asks(RunReason.SOC);
        firesAndLoads();
        charges(41);
        stops();
        History.Run run = records.history().runs(10).getFirst();
        assertEquals(1, records.history().runs(10).size());
        assertEquals(RunReason.SOC, run.trigger());
        assertEquals(Origin.CORE, run.origin());
        assertEquals(START, run.asked());
        assertEquals(Optional.of(START.plusMillis(6200)), run.fired());
        assertEquals(Optional.of(START.plusMillis(86_800)), run.loaded());
        assertEquals(Optional.of(START.plusMillis(86_800).plusSeconds(12 * 60)), run.proven());
        assertEquals(Optional.of(START.plusMillis(86_800).plusSeconds(44 * 60)), run.stopped());
        assertEquals(1, run.attempts());
        assertEquals(OptionalDouble.of(39), run.socFrom());
        assertEquals(OptionalDouble.of(80), run.socTo());
        assertEquals(45.0 * 41, run.energyWh());
        assertEquals(Optional.of(AT_80), run.stopReason());
        assertEquals(List.of(EnginePhase.RESET, EnginePhase.CRANK, EnginePhase.WARMUP, EnginePhase.LOADED,
                EnginePhase.COOLDOWN, EnginePhase.OFF),
                records.history().phases(run.id()).stream().map(History.RunPhase::phase).toList());
        assertEquals(List.of(run), records.history().runs(START.plusSeconds(600), START.plusSeconds(601)));
        assertEquals(List.of(), records.history().runs(START.minusSeconds(2), START));
    }

    @Test
    void aRunUnderWayIsShownAsFarAsItHasGot() throws InterruptedException {
        asks(RunReason.SOC);
        firesAndLoads();
        History.Run run = records.history().runs(1).getFirst();
        assertTrue(run.fired().isPresent());
        assertEquals(Optional.empty(), run.stopped());
        assertEquals(Optional.empty(), run.stopReason());
    }

    @Test
    void aRunGoesOnOverARestartOfTheCore() throws InterruptedException {
        asks(RunReason.SOC);
        firesAndLoads();
        charges(5);
        restart();
        plant.asked(START.plusSeconds(7));
        charges(41);
        stops();
        assertEquals(1, records.history().runs(10).size());
        History.Run run = records.history().runs(1).getFirst();
        assertEquals(START, run.asked());
        assertEquals(Optional.of(START.plusMillis(6200)), run.fired());
        assertEquals(OptionalDouble.of(39), run.socFrom());
        assertTrue(run.stopped().isPresent());
    }

    @Test
    void aRunThatNobodySawEndIsClosedWhenItWasSeenLast() throws InterruptedException {
        asks(RunReason.SOC);
        firesAndLoads();
        Instant seen = plant.time.wall();
        plant.passes(Duration.ofHours(9))
                .notAsked()
                .control(GeneratorState.IDLE, RunReason.NONE, Message.of("test.idle"))
                .engine(EnginePhase.OFF, false, 9, 0, Duration.ZERO);
        restart();
        goesOn(Duration.ofSeconds(1));
        asks(RunReason.SOC);
        List<History.Run> runs = records.history().runs(10);
        assertEquals(2, runs.size());
        assertTrue(runs.getLast().stopped().isPresent());
        assertTrue(!runs.getLast().stopped().get().isBefore(seen));
    }

    @Test
    void aManualRunNamesThePersonWhoAsked() throws InterruptedException {
        records.record(new Event(plant.time.wall(), Event.Kind.OPERATOR, Severity.INFO, Message.of("test.start"),
                Optional.empty(), new Origin("cli:anna")));
        asks(RunReason.MANUAL);
        assertEquals(new Origin("cli:anna"), records.history().runs(1).getFirst().origin());
    }

    @Test
    void countersAddUpByTheOwnersDaysAndOverRestarts() throws InterruptedException {
        goesOn(Duration.ZERO);
        asks(RunReason.SOC);
        firesAndLoads();
        charges(41);
        stops();
        goesOn(Duration.ofMinutes(2));
        History.Counters counters = records.history().counters();
        assertEquals(1, counters.today().starts());
        assertEquals(Duration.ofMinutes(41), counters.today().loaded());
        assertEquals(Duration.ofHours(1), counters.today().engine());
        assertEquals(45.0 * 41, counters.today().energyWh(), 1e-6);
        restart();
        goesOn(Duration.ofDays(1));
        assertEquals(0, records.history().counters().today().starts());
        assertEquals(1, records.history().counters().thirtyDays().starts());
        goesOn(Duration.ofDays(30));
        assertEquals(0, records.history().counters().thirtyDays().starts());
        assertEquals(Duration.ofHours(1), records.history().counters().total().engine());
    }

    @Test
    void aMomentTellsValuesStateAndTheWhyThen() throws InterruptedException {
        plant.control(GeneratorState.IDLE, RunReason.NONE, Message.of("test.idle"));
        for (int i = 0; i < 30; i++) {
            plant.reads(Quantity.SOC, 60).reads(Quantity.BATTERY_VOLTAGE, 52.4);
            goesOn(Duration.ofSeconds(10));
        }
        Instant before = plant.time.wall().minusSeconds(60);
        asks(RunReason.SOC);
        for (int i = 0; i < 30; i++) {
            plant.reads(Quantity.SOC, 39);
            goesOn(Duration.ofSeconds(10));
        }
        History.Moment then = records.history().moment(before).orElseThrow();
        assertEquals(60, then.values().get(Quantity.SOC));
        assertEquals(52.4, then.values().get(Quantity.BATTERY_VOLTAGE));
        assertEquals(GeneratorState.IDLE, then.state());
        assertEquals("test.idle", then.why().orElseThrow().sentence().key());
        History.Moment later = records.history().moment(plant.time.wall().minusSeconds(120)).orElseThrow();
        assertEquals(GeneratorState.STARTING, later.state());
        assertEquals(RunReason.SOC, later.reason());
        assertEquals("test.soc_below", later.why().orElseThrow().sentence().key());
        assertEquals(Optional.empty(), records.history().moment(START.minusSeconds(3600)));
    }

    @Test
    void anAlarmIsKeptFromRaisingOverAcknowledgementAndRestartToItsEnd() throws InterruptedException {
        plant.control(GeneratorState.IDLE, RunReason.NONE, Message.of("test.idle"));
        plant.alarms(alarm(AlarmReport.State.UNACKNOWLEDGED));
        goesOn(Duration.ZERO);
        goesOn(Duration.ofSeconds(1));
        records.record(new Event(plant.time.wall(), Event.Kind.OPERATOR, Severity.INFO, Message.of("test.ack"),
                Optional.of("G-101"), Origin.SCREEN));
        plant.alarms(alarm(AlarmReport.State.ACKNOWLEDGED));
        goesOn(Duration.ofSeconds(9));
        restart();
        goesOn(Duration.ofSeconds(1));
        History.PastAlarm open = only(records.history().alarms(Instant.parse("2027-01-01T00:00:00Z"), 10));
        assertEquals(START, open.raised());
        assertEquals(Optional.of(START.plusSeconds(10)), open.acknowledged());
        assertEquals(Optional.of("screen"), open.acknowledgedBy());
        assertEquals(Optional.empty(), open.resolved());
        plant.alarms();
        goesOn(Duration.ofSeconds(1));
        assertEquals(Optional.of(START.plusSeconds(12)),
                only(records.history().alarms(Instant.parse("2027-01-01T00:00:00Z"), 10)).resolved());
    }

    private static <T> T only(List<T> list) {
        assertEquals(1, list.size());
        return list.getFirst();
    }

    private static AlarmReport alarm(AlarmReport.State state) {
        return new AlarmReport("G-101", AlarmReport.AlarmClass.WARNING, state, Severity.MAJOR, Message.of("test.alarm"),
                Message.of("test.remedy"), START, START, 1, Optional.empty());
    }
}
