// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.commission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pigenny.core.api.Commissioning.State;
import org.pigenny.core.api.Commissioning.Step;
import org.pigenny.core.text.Phrases;
import org.pigenny.kiosk.fake.FakeSteps;

class CommissionViewModelTest {
    private static final Phrases ENGLISH = new Phrases(Locale.ENGLISH, ZoneOffset.UTC);

    @Test
    void the_end_is_not_said_to_be_near_while_steps_are_left() {
        State two = new FakeSteps(2).state();
        assertEquals("Nothing starts by itself yet. 4 steps are to be done.",
                ENGLISH.say(CommissionViewModel.summary(two)));
        assertEquals(
                "First do or skip the steps that are left. Then this ends the commissioning, and the generator may "
                        + "start at any moment.",
                ENGLISH.say(CommissionViewModel.aboutEnd(two)));
        assertEquals(Optional.of(Step.WIRING), CommissionViewModel.next(two));
    }

    @Test
    void with_all_settled_it_says_what_finishing_means() {
        State all = new FakeSteps(6).state();
        assertEquals("All steps are settled. One thing is left: the end.",
                ENGLISH.say(CommissionViewModel.summary(all)));
        assertEquals("setup.about.finish", CommissionViewModel.aboutEnd(all).key());
        assertEquals(Optional.empty(), CommissionViewModel.next(all));
    }
}
