// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pigenny.core.model.Command;
import org.pigenny.kiosk.fake.FakeCore;
import org.pigenny.kiosk.fake.House;
import org.pigenny.kiosk.fake.Houses;
import org.pigenny.kiosk.frame.PageId;
import org.pigenny.kiosk.theme.Theme;

class GeneratorFlowTest extends ScreenTest {
    @Test
    void it_starts_up_to_the_stop_value_when_chosen() throws Exception {
        FakeCore core = generator(Houses.idleByDay());
        tap("#start-choose");
        hold("#start-chosen");
        assertEquals(List.of(new Command.StartUntilAuto()), core.asked());
        assertFalse(visible("#start-panel"));
    }

    @Test
    void it_starts_for_a_time_when_chosen() throws Exception {
        FakeCore core = generator(Houses.idleByDay());
        tap("#start-choose");
        tap("#way-time");
        tap("#start-minutes-more");
        hold("#start-chosen");
        assertEquals(List.of(new Command.StartFor(Duration.ofMinutes(75))), core.asked());
    }

    @Test
    void it_starts_until_stopped_when_chosen() throws Exception {
        FakeCore core = generator(Houses.idleByDay());
        tap("#start-choose");
        tap("#way-stopped");
        hold("#start-chosen");
        assertEquals(List.of(new Command.StartUntilStopped()), core.asked());
    }

    @Test
    void a_tap_on_the_held_key_or_a_cancel_starts_nothing() throws Exception {
        FakeCore core = generator(Houses.idleByDay());
        tap("#start-choose");
        tap("#start-chosen");
        tap("#start-cancel");
        assertEquals(List.of(), core.asked());
        assertFalse(visible("#start-panel"));
    }

    @Test
    void service_mode_is_held_on_and_off() throws Exception {
        FakeCore core = generator(Houses.idleByDay());
        hold("#service");
        core.show(Houses.service());
        settle();
        hold("#service");
        assertEquals(List.of(new Command.ServiceMode(true), new Command.ServiceMode(false)), core.asked());
    }

    @Test
    void lamps_show_what_was_read_back_and_admit_what_was_not() throws Exception {
        FakeCore core = generator(Houses.warmup());
        assertTrue(find("#lamp-relay-ign").getStyleClass().contains("on"));
        assertTrue(find("#lamp-relay-start").getStyleClass().contains("off"));
        core.show(Houses.relaysDown());
        settle();
        assertTrue(find("#lamp-relay-ign").getStyleClass().contains("unknown"));
    }

    @Test
    void a_hold_can_be_ended_by_hand() throws Exception {
        House house = Houses.idleByDay();
        house.holdUntil = house.wall.plusSeconds(900);
        FakeCore core = generator(house);
        tap("#end-hold");
        assertEquals(List.of(new Command.EndHold()), core.asked());
    }

    private FakeCore generator(House house) throws Exception {
        return show(house, PageId.GENERATOR, 800, 480, Theme.NIGHT);
    }
}
