// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;
import org.pigenny.core.model.Command;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Outcome;
import org.pigenny.kiosk.fake.FakeCore;
import org.pigenny.kiosk.fake.FakeSteps;
import org.pigenny.kiosk.fake.Houses;
import org.pigenny.kiosk.frame.PageId;
import org.pigenny.kiosk.theme.Theme;
import org.testfx.util.WaitForAsyncUtils;

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
    void before_the_wiring_is_checked_start_leads_to_the_first_steps_from_both_pages() throws Exception {
        FakeCore core = new FakeCore(Houses.uncommissioned().screen("night", "en")).care(new FakeSteps(2), null);
        show(core, PageId.HOME, 800, 480);
        for (String way : List.of("#start-first", "#start-choose")) {
            tap(way.equals("#start-first") ? "#rail-home" : "#rail-generator");
            assertFalse(visible("#commission-summary"));
            assertFalse(visible("#start"));
            tap(way);
            assertTrue(visible("#commission-summary"), way);
            assertFalse(visible("#start-panel"), way);
        }
        assertEquals(List.of(), core.asked());
    }

    @Test
    void what_is_shown_on_home_leads_to_where_it_is_told_in_full() throws Exception {
        show(Houses.idleByDay(), PageId.HOME, 720, 1280, Theme.NIGHT);
        Map<String, PageId> doors = Map.of("#tile-solar", PageId.TRENDS, "#tile-house", PageId.TRENDS, "#tile-battery",
                PageId.TRENDS, "#tile-soc", PageId.TRENDS, "#tile-generator", PageId.GENERATOR, "#home-words",
                PageId.GENERATOR, "#home-log", PageId.LOG, "#links", PageId.DIAGNOSTICS, "#headline",
                PageId.GENERATOR);
        for (Map.Entry<String, PageId> door : doors.entrySet()) {
            tap("#rail-home");
            tap(door.getKey());
            assertEquals(door.getValue(), screen().openPage(), door.getKey());
        }
    }

    @Test
    void the_headline_leads_to_the_alarm_or_the_link_it_speaks_of() throws Exception {
        FakeCore core = show(Houses.error());
        tap("#headline");
        assertEquals(PageId.ALARMS, screen().openPage());
        core.show(Houses.stale());
        settle();
        tap("#headline");
        assertEquals(PageId.DIAGNOSTICS, screen().openPage());
    }

    @Test
    void a_stroke_over_a_tile_turns_the_page_and_a_finger_that_slips_off_opens_nothing() throws Exception {
        show(Houses.idleByDay());
        Node tile = seen("#tile-generator");
        Point2D from = Finger.middle(tile);
        Finger.press(from);
        assertTrue(tile.getPseudoClassStates().contains(PseudoClass.getPseudoClass("down")),
                "it is seen to be pressed");
        Finger.drag(from.add(-10, 40));
        assertFalse(tile.getPseudoClassStates().contains(PseudoClass.getPseudoClass("down")));
        letGo();
        assertEquals(PageId.HOME, screen().openPage());
        Node ring = seen("#tile-soc");
        Finger.press(Finger.middle(ring).add(50, 0));
        Finger.drag(Finger.middle(ring).add(-50, 0));
        letGo();
        assertEquals(PageId.GENERATOR, screen().openPage(), "the next page, not the door under the finger");
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

    @Test
    void a_silent_core_is_seen_without_waiting_for_the_next_second() throws Exception {
        show(Houses.charging());
        time.advance(Duration.ofMillis(2400));
        step();
        assertTrue(find("#link-core").getStyleClass().contains("up"));
        time.advance(Duration.ofMillis(300));
        step();
        assertTrue(find("#link-core").getStyleClass().contains("down"));
        assertTrue(find("#tile-soc .soc-ring").getStyleClass().contains("stale"));
        assertEquals("state not known", noteOf("#stop"));
    }

    @Test
    void a_core_that_decides_nothing_new_is_as_silent_as_a_dead_one() throws Exception {
        FakeCore core = show(Houses.charging());
        for (int second = 0; second < 3; second++) {
            time.advance(Duration.ofSeconds(1));
            core.repeat();
            settle();
        }
        assertTrue(find("#link-core").getStyleClass().contains("down"), "snapshots come, decisions do not");
    }

    @Test
    void a_core_that_hangs_is_said_and_a_stop_does_not_wait_behind_another_command() throws Exception {
        FakeCore core = show(Houses.charging());
        CountDownLatch hanging = new CountDownLatch(1);
        core.judge(command -> {
            if (!(command instanceof Command.Stop)) {
                waitFor(hanging);
            }
            return new Outcome.Accepted(Message.of("Done."));
        });
        try {
            touch("#rail-generator");
            Finger.press(seen("#service"));
            time.advance(Duration.ofMillis(1501));
            await(() -> !core.asked().isEmpty());
            Finger.release();
            time.advance(Duration.ofMillis(2600));
            core.speak();
            step();
            assertTrue(text("#toast").startsWith("The controller has not answered."), text("#toast"));
            touch("#stop");
            await(() -> core.asked().contains(new Command.Stop()));
        } finally {
            hanging.countDown();
        }
    }

    @Test
    void a_page_that_is_not_seen_sleeps() throws Exception {
        FakeCore core = show(Houses.charging());
        Labeled soc = (Labeled) find(".soc-number");
        tap("#rail-log");
        core.show(Houses.charging().soc(63));
        settle();
        assertEquals("58", soc.getText(), "nobody looks at it, nobody tells it");
        tap("#rail-home");
        assertEquals("63", text(".soc-number"));
    }

    @Test
    void a_key_that_goes_away_under_the_finger_does_nothing() throws Exception {
        FakeCore core = show(Houses.idleByDay());
        press("#start");
        core.show(Houses.charging());
        settle();
        assertFalse(visible("#start"));
        time.advance(Duration.ofSeconds(2));
        settle();
        letGo();
        assertEquals(List.of(), core.asked());
    }

    @Test
    void without_the_battery_the_start_says_how_it_will_end() throws Exception {
        show(Houses.absent());
        assertTrue(noteOf("#start").contains("until stopped, max 4 h"), noteOf("#start"));
        tap("#rail-generator");
        tap("#start-choose");
        assertTrue(text("#start-words").startsWith("Runs for "), "a time is proposed: " + text("#start-words"));
        tap("#way-auto");
        assertTrue(text("#start-words").startsWith("The battery is not known now"), text("#start-words"));
    }

    private String noteOf(String key) {
        return ((Labeled) find(key + " .key-note")).getText();
    }

    /** A touch that does not wait for its answer. */
    private void touch(String query) throws Exception {
        Finger.press(seen(query));
        Finger.release();
    }

    private void step() throws Exception {
        WaitForAsyncUtils.asyncFx(screen()::step).get(20, TimeUnit.SECONDS);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
