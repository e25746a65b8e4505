// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pigenny.core.model.Command;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Outcome;
import org.pigenny.kiosk.fake.FakeCore;
import org.pigenny.kiosk.fake.Houses;
import org.pigenny.kiosk.frame.PageId;

class HomeFlowTest extends ScreenTest {
    @Test
    void holding_start_for_a_second_and_a_half_starts() throws Exception {
        FakeCore core = show(Houses.idleByDay());
        hold("#start");
        assertEquals(1, core.asked().size());
        assertInstanceOf(Command.StartUntilAuto.class, core.asked().getFirst());
    }

    @Test
    void letting_go_early_does_nothing() throws Exception {
        FakeCore core = show(Houses.idleByDay());
        press("#start");
        time.advance(Duration.ofMillis(1400));
        letGo();
        time.advance(Duration.ofSeconds(5));
        settle();
        assertEquals(List.of(), core.asked());
    }

    @Test
    void one_tap_stops() throws Exception {
        FakeCore core = show(Houses.charging());
        tap("#stop");
        assertEquals(List.of(new Command.Stop()), core.asked());
    }

    @Test
    void stop_is_one_tap_away_on_every_page() throws Exception {
        FakeCore core = show(Houses.charging());
        for (PageId page : PageId.values()) {
            tap("#rail-" + page.word());
            assertEquals(page, screen().openPage());
            tap(visible("#stop") ? "#stop" : "#dock-stop");
        }
        assertEquals(PageId.values().length, core.asked().size());
    }

    @Test
    void reset_is_held_and_offered_only_when_it_applies() throws Exception {
        FakeCore core = show(Houses.error());
        assertFalse(visible("#start"));
        hold("#reset");
        assertEquals(List.of(new Command.Reset()), core.asked());
        core.show(Houses.idleByDay());
        settle();
        assertFalse(visible("#reset"));
        assertTrue(visible("#start"));
    }

    @Test
    void a_refusal_is_said_with_its_reason() throws Exception {
        FakeCore core = show(Houses.service());
        core.judge(command -> new Outcome.Refused(Message.of("Service mode is on.")));
        hold("#start");
        assertEquals("Service mode is on.", text("#toast"));
        assertTrue(visible("#toast"));
    }

    @Test
    void a_core_that_stops_speaking_is_seen_within_three_seconds() throws Exception {
        show(Houses.idleByDay());
        pass(Duration.ofSeconds(3));
        assertEquals("The controller does not answer (3 s).", text("#headline"));
        assertTrue(find("#link-core").getStyleClass().contains("down"));
        assertTrue(visible("#stop"));
    }
}
