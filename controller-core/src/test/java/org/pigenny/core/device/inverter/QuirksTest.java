// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.inverter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pigenny.core.device.modbus.Answer;
import org.pigenny.core.device.modbus.Ask;
import org.pigenny.core.device.modbus.BlockReader;
import org.pigenny.core.device.modbus.BlockReader.Manners;
import org.pigenny.core.device.modbus.BlockReader.Result;
import org.pigenny.core.device.modbus.Bus;
import org.pigenny.core.device.modbus.Exchange;
import org.pigenny.core.device.modbus.LinkKeeper;
import org.pigenny.core.device.modbus.RtuFraming;
import org.pigenny.core.device.modbus.Table;
import org.pigenny.core.device.profile.Profile;
import org.pigenny.core.device.profile.Profile.Block;
import org.pigenny.core.device.profile.Profiles;
import org.pigenny.core.device.profile.Register;
import org.pigenny.core.device.profile.Register.Shown;
import org.pigenny.core.device.recording.RegisterScan;
import org.pigenny.core.model.Event;
import org.pigenny.core.model.InverterReport;
import org.pigenny.core.model.LinkReport;
import org.pigenny.core.model.Quantity;
import org.pigenny.core.model.settings.InverterSettings;
import org.pigenny.core.simulation.inverter.RegisterMap;
import org.pigenny.core.simulation.inverter.Replay;
import org.pigenny.core.simulation.inverter.RtuSlave;
import org.pigenny.core.simulation.inverter.SlaveManners;

/** The quirks of inverter.md section 3, by their number. Quirk 7's kernel side needs the HAT; what is ours of it is tested. */
class QuirksTest {
    private static final Instant NIGHT = Instant.parse("2025-12-28T03:32:42Z");
    private static final Duration TIMEOUT = Duration.ofSeconds(1);
    private static final Profile LUXPOWER = Profiles.named(Profiles.LUXPOWER);

    private final LeapingTime time = new LeapingTime(NIGHT);
    private final RegisterScan scan = RegisterScan.parse(Recordings.text(Recordings.SCAN_44));
    private final List<Event> events = new ArrayList<>();
    private final LinkKeeper link = new LinkKeeper(time, events::add);

    private ScriptedLine inverter(SlaveManners manners) {
        return new ScriptedLine(time, new RtuSlave(manners, Replay.scan(scan, time)));
    }

    private Bus bus(ScriptedLine line) {
        return new Bus(line, new RtuFraming(), Duration.ZERO, time);
    }

    private BlockReader reader(Bus bus, int slave, int most) {
        return new BlockReader(bus, new Manners(slave, TIMEOUT, 1, most, Duration.ofMillis(LUXPOWER.settleMillis())),
                link,
                time);
    }

    private static Answer words(int value) {
        return new Answer.Words(List.of(value));
    }

    private List<String> said() {
        return events.stream().map(event -> event.text().key()).toList();
    }

    @Test
    void quirk1SilenceAtFortyRegistersFallsToTwentyAndStaysThere() throws Exception {
        ScriptedLine line = inverter(SlaveManners.LUXPOWER);
        BlockReader reader = reader(bus(line), 1, 40);
        Result.Words read = assertInstanceOf(Result.Words.class, reader.read(Table.INPUT, 0, 40));
        assertEquals(40, read.words().size());
        assertEquals(20, reader.limit());
        assertEquals(List.of("link.limit"), said());
        long before = link.report().timeouts();
        time.advance(Duration.ofSeconds(30));
        assertInstanceOf(Result.Words.class, reader.read(Table.INPUT, 0, 40));
        assertEquals(before, link.report().timeouts(), "forty are never asked for again");
    }

    @Test
    void quirk1TheDefaultIsTwentyAndNoBlockIsLonger() {
        assertEquals(20, InverterSettings.defaults().maxRegisters());
        assertTrue(LUXPOWER.blocks().stream().allMatch(block -> block.count() <= 20));
    }

    @Test
    void quirk2NoBlockCrossesAGroupOfForty() {
        for (Block block : LUXPOWER.blocks()) {
            assertEquals(block.start() / 40, (block.end() - 1) / 40, block.toString());
        }
    }

    @Test
    void quirk3APauseLiesBetweenRequestsAndACycleIsThirtySeconds() throws Exception {
        assertTrue(LUXPOWER.settleMillis() >= 100 && LUXPOWER.settleMillis() <= 250);
        ScriptedLine line = inverter(SlaveManners.LUXPOWER);
        BlockReader reader = reader(bus(line), 1, 20);
        for (int i = 0; i < 3; i++) {
            reader.read(Table.INPUT, 0, 20);
        }
        List<Long> sent = line.sentAt();
        assertTrue(sent.get(1) - sent.get(0) >= Duration.ofMillis(100).toNanos());
        assertTrue(sent.get(2) - sent.get(1) >= Duration.ofMillis(100).toNanos());
    }

    @Test
    void quirk4BytesAreBigEndianAndWordsLowFirst() throws Exception {
        BlockReader reader = reader(bus(inverter(SlaveManners.LUXPOWER)), 1, 20);
        Result.Words soc = assertInstanceOf(Result.Words.class, reader.read(Table.INPUT, 5, 1));
        assertEquals(List.of(0x5E2C), soc.words());
        Register running = LUXPOWER.register("running_time").orElseThrow();
        assertEquals(23_791 + 1113 * 65_536.0, running.value(List.of(23_791, 1113)).getAsDouble());
    }

    @Test
    void quirk5SlaveZeroAnswersSlaveTwoIsSilentAndTheAddressOfAnAnswerIsChecked() throws Exception {
        Bus bus = bus(inverter(SlaveManners.LUXPOWER));
        assertEquals(words(0x5E2C), bus.ask(new Ask.Read(0, Table.INPUT, 5, 1), TIMEOUT).answer());
        assertInstanceOf(Answer.Silence.class, bus.ask(new Ask.Read(2, Table.INPUT, 5, 1), TIMEOUT).answer());
        ScriptedLine line = new ScriptedLine(time, null);
        line.answer("02 04 02 5E 2F", true);
        Exchange wrong = bus(line).ask(new Ask.Read(1, Table.INPUT, 5, 1), TIMEOUT);
        assertInstanceOf(Answer.Garbled.class, wrong.answer());
        assertEquals(1, wrong.noise().foreignFrames());
    }

    @ParameterizedTest
    @ValueSource(strings = {"01 03 02 5E 2F", "01 04 04 5E 2F 00 00", "01 84 02", "09 84 02"})
    void quirk5AnotherFunctionLengthOrSlaveIsIgnoredUntilTheRightAnswerComes(String other) throws Exception {
        ScriptedLine line = new ScriptedLine(time, null);
        boolean refusal = other.startsWith("01 84");
        line.answer(other, true);
        line.answer("01 04 02 5E 2F", true);
        Answer answer = bus(line).ask(new Ask.Read(1, Table.INPUT, 5, 1), TIMEOUT).answer();
        assertEquals(refusal ? new Answer.Refused(2) : words(0x5E2F), answer);
    }

    @Test
    void quirk6NothingFromRegister174OnIsReadOrDecoded() {
        for (Block block : LUXPOWER.blocks()) {
            assertTrue(block.table() == Table.INPUT && block.end() <= 174, block.toString());
        }
        for (Register register : LUXPOWER.registers()) {
            if (register.table() == Table.INPUT && register.address() >= 174) {
                assertEquals(Shown.GARBAGE, register.shown());
                assertFalse(register.readable());
            }
        }
    }

    @Test
    void quirk6TheSimulatedUnitAnswersHoldingValuesThere() throws Exception {
        BlockReader reader = reader(bus(inverter(SlaveManners.LUXPOWER)), 1, 20);
        Result.Words words = assertInstanceOf(Result.Words.class, reader.read(Table.INPUT, 186, 13));
        assertEquals(List.of(300, 0, 44, 0, 50, 100, 100, 20, 540, 565, 0, 100, 22), words.words());
    }

    @Test
    void quirk7TheModeIsASettingWithRtsHighAndNoDelaysByDefault() {
        assertEquals(new InverterSettings.Rs485(true, true, 0, 0), InverterSettings.defaults().rs485());
    }

    @Test
    void quirk8AnEchoAndAStrayZeroBeforeTheAnswerAreDropped() throws Exception {
        ScriptedLine line = new ScriptedLine(time, null);
        line.answer("01 04 00 05 00 01 21 CB", false);
        line.answer("00", false);
        line.answer("01 04 02 5E 2F", true);
        Exchange exchange = bus(line).ask(new Ask.Read(1, Table.INPUT, 5, 1), TIMEOUT);
        assertEquals(words(0x5E2F), exchange.answer());
        assertEquals(1, exchange.noise().echoes());
        assertEquals(1, exchange.noise().strayBytes());
    }

    @Test
    void quirk8OnlyAnEchoIsNoAnswer() throws Exception {
        ScriptedLine line = new ScriptedLine(time, null);
        line.answer("01 04 00 05 00 01 21 CB", false);
        assertInstanceOf(Answer.Silence.class, bus(line).ask(new Ask.Read(1, Table.INPUT, 5, 1), TIMEOUT).answer());
    }

    @Test
    void quirk9WhatCameInUnaskedIsThrownAwayBeforeARequest() throws Exception {
        ScriptedLine line = inverter(SlaveManners.LUXPOWER);
        line.arrive("01 04 02 00 07");
        assertEquals(words(0x5E2C), bus(line).ask(new Ask.Read(1, Table.INPUT, 5, 1), TIMEOUT).answer());
    }

    @Test
    void quirk10TheSpeedIs19200() {
        assertEquals(19_200, InverterSettings.defaults().baud());
    }

    @Test
    void quirk11BusyIsAskedAgainAndAMissingAddressIsSaidAndNotAskedAgain() throws Exception {
        ScriptedLine line = new ScriptedLine(time, null);
        line.answer("01 84 06", true);
        line.then();
        line.answer("01 04 02 5E 2F", true);
        BlockReader reader = reader(bus(line), 1, 20);
        assertInstanceOf(Result.Words.class, reader.read(Table.INPUT, 5, 1));

        ScriptedLine missing = new ScriptedLine(time, null);
        missing.answer("01 84 02", true);
        Profile tiny = tiny();
        Cycle cycle = new Cycle(tiny, reader(bus(missing), 1, 20), link, new Sheet(tiny));
        assertInstanceOf(Cycle.Outcome.Answered.class, cycle.run());
        assertEquals(List.of("link.refused"), said());
        int before = missing.sentAt().size();
        cycle.run();
        assertEquals(before, missing.sentAt().size());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4})
    void quirk11OtherExceptionsAreSaidAndTheBlockIsAskedAgainNextTime(int code) throws Exception {
        ScriptedLine line = new ScriptedLine(time, null);
        line.answer("01 84 0" + code, true);
        line.then();
        line.answer("01 04 02 5E 2F", true);
        Profile tiny = tiny();
        Sheet sheet = new Sheet(tiny);
        Cycle cycle = new Cycle(tiny, reader(bus(line), 1, 20), link, sheet);
        cycle.run();
        assertEquals(List.of("link.exception"), said());
        cycle.run();
        assertEquals(47, sheet.report().reading(Quantity.SOC).orElseThrow().value());
    }

    private static Profile tiny() {
        return new Profile("tiny", "tiny", "inverter", 20, 0, LUXPOWER.identity(),
                List.of(new Block(1, Table.INPUT, 5, 1)), LUXPOWER.registers(), LUXPOWER.states(), LUXPOWER.faults(),
                LUXPOWER.warnings());
    }

    @Test
    void quirk12AllPollsOfAnHourSendNothingButReads() throws Exception {
        ScriptedLine line = inverter(SlaveManners.LUXPOWER);
        Cycle cycle = new Cycle(LUXPOWER, reader(bus(line), 1, 20), link, new Sheet(LUXPOWER));
        for (int i = 0; i < 120; i++) {
            cycle.run();
            time.advance(Duration.ofSeconds(30));
        }
        assertTrue(line.sent().size() > 120 * 3);
        for (byte[] request : line.sent()) {
            assertEquals(8, request.length);
            assertTrue(request[1] == 3 || request[1] == 4, "function " + request[1]);
        }
    }

    @Test
    void quirk12ADeviceThatMayBeWrittenIsWrittenByFunction06OneRegisterAtATime() throws Exception {
        ScriptedLine line = new ScriptedLine(time, new RtuSlave(SlaveManners.standard(1),
                new RegisterMap(5000, 5040).writable(5007, value -> value)));
        bus(line).ask(new Ask.WriteOne(1, 5007, 0xAA), TIMEOUT);
        assertEquals(6, line.sent().getFirst()[1]);
    }

    @Test
    void quirk12NoInverterRegisterCanBeWritten() {
        assertTrue(LUXPOWER.registers().stream().allMatch(row -> row.access() == Register.Access.READ));
    }

    @Test
    void quirk13TheDayCountersSayThatTheirDayIsTheInvertersOwn() {
        assertTrue(LUXPOWER.register("pv1_energy_day").orElseThrow().note().contains("inverter's midnight"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"battery_packs", "battery_capacity", "cycle_count", "battery_temperature",
        "generator_dry_contact"})
    void quirk14MeaninglessRegistersAreHiddenAndFeedNothing(String key) {
        Register register = LUXPOWER.register(key).orElseThrow();
        assertEquals(Shown.HIDE, register.shown());
        assertTrue(register.feeds().isEmpty());
    }

    @Test
    void quirk15AShortOrCorruptAnswerIsNoAnswer() throws Exception {
        ScriptedLine line = new ScriptedLine(time, null);
        line.answer("01 04 28 00 40 00 14", false);
        line.then();
        line.answer("01 04 02 5E 2F C0 8D", false);
        Bus bus = bus(line);
        assertInstanceOf(Answer.Garbled.class, bus.ask(new Ask.Read(1, Table.INPUT, 0, 20), TIMEOUT).answer());
        Exchange corrupt = bus.ask(new Ask.Read(1, Table.INPUT, 5, 1), TIMEOUT);
        assertInstanceOf(Answer.Garbled.class, corrupt.answer());
        assertEquals(1, corrupt.noise().crcErrors());
    }

    @Test
    void quirk15ImplausibleValuesAreRejectedCountedAndTheLastGoodStays() throws Exception {
        FastBlock unit = new FastBlock(52, 44);
        unit.poll();
        unit.volts = 70;
        unit.charge = 15_001;
        time.advance(Duration.ofSeconds(30));
        unit.poll();
        InverterReport report = unit.report();
        assertEquals(52, report.reading(Quantity.BATTERY_VOLTAGE).orElseThrow().value());
        assertEquals(0, report.reading(Quantity.CHARGE_POWER).orElseThrow().value());
        assertEquals(44, report.reading(Quantity.SOC).orElseThrow().value());
        assertEquals(2, link.report().dropped().rejectedValues());
        assertTrue(said().contains("link.implausible"));
    }

    @Test
    void quirk8And9AndAnyOtherNoiseIsCountedInTheLinksReport() throws Exception {
        ScriptedLine line = new ScriptedLine(time, null);
        line.answer("01 04 00 05 00 01 21 CB", false);
        line.answer("00", false);
        line.answer("2A 04 02 5E 2F", true);
        line.answer("01 04 02 5E 2E C0 8C", false);
        line.answer("01 04 02 5E 2F", true);
        assertInstanceOf(Result.Words.class, reader(bus(line), 1, 20).read(Table.INPUT, 5, 1));
        LinkReport counted = link.report();
        assertEquals(1, counted.crcErrors());
        assertEquals(new LinkReport.Dropped(1 + 7 + 7, 1, 1, 0), counted.dropped());
        assertEquals(1, counted.answers());
    }

    @Test
    void quirk15ZeroPercentAboveFiftyVoltsIsNeverBelieved() throws Exception {
        FastBlock unit = new FastBlock(52, 44);
        unit.poll();
        unit.soc = 0;
        for (int i = 0; i < 100; i++) {
            time.advance(Duration.ofSeconds(30));
            unit.poll();
        }
        assertEquals(44, unit.report().reading(Quantity.SOC).orElseThrow().value());
    }

    @Test
    void quirk15AnSocThatLeapsIsReadAgainAndBelievedOnlyWhenItComesAgain() throws Exception {
        FastBlock unit = new FastBlock(52, 44);
        unit.poll();
        time.advance(Duration.ofSeconds(30));
        unit.socOnce = OptionalDouble.of(10);
        unit.poll();
        assertEquals(44, unit.report().reading(Quantity.SOC).orElseThrow().value(), "once is a mistake");
        unit.soc = 50;
        time.advance(Duration.ofSeconds(30));
        unit.poll();
        assertEquals(50, unit.report().reading(Quantity.SOC).orElseThrow().value(), "twice is the truth");
        unit.soc = 38;
        time.advance(Duration.ofMinutes(10));
        int asked = unit.asked;
        unit.poll();
        assertEquals(38, unit.report().reading(Quantity.SOC).orElseThrow().value());
        assertEquals(asked + 1, unit.asked, "after a gap a larger step needs no second look");
    }

    /** A unit whose fast block can be set. */
    private final class FastBlock {
        private final Profile profile = new Profile("fast", "fast", "inverter", 20, 0, LUXPOWER.identity(),
                List.of(LUXPOWER.blocks().getFirst()), LUXPOWER.registers(), LUXPOWER.states(), LUXPOWER.faults(),
                LUXPOWER.warnings());
        private final Sheet sheet = new Sheet(profile);
        private final Cycle cycle;
        private double volts;
        private int soc;
        private int charge;
        private OptionalDouble socOnce = OptionalDouble.empty();
        private int asked;

        FastBlock(double volts, int soc) {
            this.volts = volts;
            this.soc = soc;
            ScriptedLine line = new ScriptedLine(time, new RtuSlave(SlaveManners.LUXPOWER, (table, start, count) -> {
                asked++;
                List<Integer> words = new ArrayList<>(Collections.nCopies(count, 0));
                words.set(4, (int) (this.volts * 10));
                words.set(5, 94 * 256 + (int) socOnce.orElse(this.soc));
                words.set(10, charge);
                socOnce = OptionalDouble.empty();
                return Optional.of(words);
            }));
            this.cycle = new Cycle(profile, reader(bus(line), 1, 20), link, sheet);
        }

        void poll() throws InterruptedException {
            assertInstanceOf(Cycle.Outcome.Answered.class, cycle.run());
        }

        InverterReport report() {
            return sheet.report();
        }
    }

    @Test
    void anAnswerThatComesTooLateIsNotTakenForThatToTheNextRequest() throws Exception {
        ScriptedLine line = inverter(SlaveManners.LUXPOWER);
        line.holdBack(Duration.ofMillis(1500));
        BlockReader reader = reader(bus(line), 1, 20);
        Result.Words read = assertInstanceOf(Result.Words.class, reader.read(Table.INPUT, 100, 20));
        assertEquals(scan.value(101).getAsInt(), read.words().get(1));
    }
}
