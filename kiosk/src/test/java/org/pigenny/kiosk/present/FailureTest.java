// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.present;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pigenny.core.model.Message;
import org.pigenny.kiosk.control.SequenceBar.Stage;
import org.pigenny.kiosk.control.Tone;
import org.pigenny.kiosk.fake.House;
import org.pigenny.kiosk.fake.Houses;
import org.pigenny.kiosk.fake.Looks;

/** No error is said to be another one. */
class FailureTest {
    @ParameterizedTest
    @CsvSource({"error.starts, Start failed, Fehlstart, 1", "fault.NO_ENGAGE, Start failed, Fehlstart, 1",
        "error.no_charge, Run failed, Lauf gescheitert, 5", "fault.STALLED, Run failed, Lauf gescheitert, 5",
        "fault.WONT_STOP, Does not stop, Stoppt nicht, 6", "fault.WELDED_STARTER, Fault, Störung, -1",
        "fault.I2C, Fault, Störung, -1", "fault.other, Fault, Störung, -1"})
    void each_error_has_its_own_word_and_marks_the_step_it_got_to(String cause, String word, String german, int step) {
        House house = failed(cause);
        assertEquals(word, RunWords.state(Looks.at(house)).text());
        assertEquals(Tone.CRIT, RunWords.state(Looks.at(house)).tone());
        assertEquals(german, RunWords.state(Looks.at(house, Locale.GERMAN)).text());
        var steps = Steps.of(Looks.at(house));
        for (int i = 0; i < steps.size(); i++) {
            Stage expected = i == step ? Stage.FAILED : i < step ? Stage.PAST : Stage.AHEAD;
            assertEquals(expected, steps.get(i).stage(), steps.get(i).name());
        }
    }

    @Test
    void attempts_are_counted_only_of_a_start() {
        assertEquals("attempt 3 of 3", RunWords.detail(Looks.at(failed("error.starts"))));
        assertEquals("", RunWords.detail(Looks.at(failed("error.no_charge"))));
    }

    @Test
    void without_an_error_there_is_none_and_without_a_cause_nothing_is_guessed() {
        assertEquals(Optional.empty(), Failure.of(Looks.at(Houses.charging()).core().control()));
        House unsaid = Houses.error();
        unsaid.error = null;
        assertEquals(Optional.of(Failure.OTHER), Failure.of(Looks.at(unsaid).core().control()));
        assertEquals(Optional.empty(), Failure.code(Looks.at(unsaid).core().control()));
    }

    private static House failed(String cause) {
        House house = Houses.error();
        house.error = Message.of(cause);
        return house;
    }
}
