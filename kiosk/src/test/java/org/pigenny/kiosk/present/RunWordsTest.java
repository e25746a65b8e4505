// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.present;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.pigenny.core.api.History.Run;
import org.pigenny.core.model.ChargeProof;
import org.pigenny.core.model.EnginePhase;
import org.pigenny.core.model.GeneratorState;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.RunReason;
import org.pigenny.kiosk.control.Sentence;
import org.pigenny.kiosk.control.Tone;
import org.pigenny.kiosk.fake.House;
import org.pigenny.kiosk.fake.Houses;
import org.pigenny.kiosk.fake.Looks;

class RunWordsTest {
    @Test
    void only_a_proven_charge_is_called_charging() {
        assertEquals(new Sentence("Charging", Tone.CALM), RunWords.state(Looks.at(Houses.charging())));
        assertTrue(RunWords.charging(Looks.at(Houses.charging())));
        assertEquals(new Sentence("Running", Tone.CALM), verdict(ChargeProof.Verdict.CHECKING));
        assertEquals(new Sentence("Not charging", Tone.WARN), verdict(ChargeProof.Verdict.NOT_CHARGING));
        assertFalse(RunWords.charging(Looks.at(Houses.cooldown())));
    }

    @Test
    void what_the_board_does_not_tell_is_not_known_whatever_was_before() {
        assertEquals(new Sentence("Not known", Tone.WARN), RunWords.state(Looks.at(Houses.relaysDown())));
        assertEquals(new Sentence("Not known", Tone.WARN),
                RunWords.state(Looks.at(Houses.charging(), Duration.ofSeconds(5))));
        House unsure = Houses.idleByDay();
        unsure.phase = EnginePhase.UNKNOWN;
        assertEquals(new Sentence("Not known", Tone.WARN), RunWords.state(Looks.at(unsure)));
    }

    @Test
    void a_lock_says_whether_somebody_works_there() {
        assertEquals(new Sentence("Service", Tone.WARN), RunWords.state(Looks.at(Houses.service())));
        assertEquals("since 11:56", RunWords.detail(Looks.at(Houses.service())));
        House locked = Houses.service();
        locked.serviceSince = null;
        assertEquals(new Sentence("Locked out", Tone.WARN), RunWords.state(Looks.at(locked)));
    }

    @Test
    void beside_a_run_stands_how_long_and_why_beside_a_rest_whether_it_starts_by_itself() {
        assertEquals("1 h 05 min, auto, SOC", RunWords.detail(Looks.at(Houses.charging())));
        assertEquals("attempt 1 of 3", RunWords.detail(Looks.at(Houses.warmup())));
        assertEquals("automatic", RunWords.detail(Looks.at(Houses.idleByDay())));
        House off = Houses.idleByDay();
        off.autostart = false;
        assertEquals("automatic off", RunWords.detail(Looks.at(off)));
        assertEquals("automatic off", RunWords.detail(Looks.at(Houses.uncommissioned())));
        off.holdUntil = Instant.parse("2026-01-14T11:44:00Z");
        assertEquals("automatic on hold until 12:44", RunWords.detail(Looks.at(off)));
        assertEquals("", RunWords.detail(Looks.at(Houses.charging(), Duration.ofSeconds(5))));
    }

    @Test
    void the_last_run_is_told_as_people_tell_it() {
        House house = Houses.idleByDay();
        assertEquals("last ran until 05:57", last(house, "2026-01-14T04:57:00Z"));
        assertEquals("last ran yesterday", last(house, "2026-01-13T22:30:00Z"));
        assertEquals("last ran 4 days ago", last(house, "2026-01-10T12:00:00Z"));
        assertEquals("", RunWords.lastRun(Looks.at(house), Optional.empty()));
    }

    private static String last(House house, String stopped) {
        Run run = new Run(1, RunReason.SOC, Origin.CORE, Instant.parse("2026-01-10T01:00:00Z"), Optional.empty(),
                Optional.empty(), Optional.of(Instant.parse(stopped)), 1, OptionalDouble.empty(),
                OptionalDouble.empty(),
                0, Optional.empty(), Optional.empty());
        return RunWords.lastRun(Looks.at(house), Optional.of(run));
    }

    private static Sentence verdict(ChargeProof.Verdict verdict) {
        House house = Houses.charging();
        house.state = GeneratorState.RUNNING;
        house.proof = new ChargeProof(verdict, OptionalDouble.empty(), 0, Optional.empty(), Optional.empty());
        return RunWords.state(Looks.at(house));
    }
}
