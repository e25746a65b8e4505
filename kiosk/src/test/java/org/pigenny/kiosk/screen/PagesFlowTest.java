// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pigenny.core.model.Command;
import org.pigenny.core.model.Origin;
import org.pigenny.kiosk.control.DragList;
import org.pigenny.kiosk.fake.FakeCore;
import org.pigenny.kiosk.fake.Houses;
import org.pigenny.kiosk.frame.PageId;
import org.pigenny.kiosk.theme.Theme;
import org.testfx.util.WaitForAsyncUtils;

class PagesFlowTest extends ScreenTest {
    @Test
    void an_alarm_is_acknowledged_and_shelved_by_touch() throws Exception {
        FakeCore core = show(Houses.error(), PageId.ALARMS, 800, 480, Theme.NIGHT);
        tap("#ack-G-102");
        tap("#shelve-G-102");
        tap("#shelve-for-8");
        assertEquals(List.of(new Command.Acknowledge("G-102"), new Command.Shelve("G-102", Duration.ofHours(8))),
                core.asked());
        assertFalse(visible("#ack-B-401"));
    }

    @Test
    void the_log_loads_more_as_it_is_scrolled_and_keeps_a_handful_of_rows() throws Exception {
        show(Houses.idleByDay(), PageId.LOG, 800, 480, Theme.NIGHT);
        DragList<?> list = (DragList<?>) find("#log-list");
        int before = list.size();
        for (int i = 0; i < 10; i++) {
            WaitForAsyncUtils.asyncFx(() -> list.scrollTo(1e9)).get();
            WaitForAsyncUtils.waitForFxEvents();
            settle();
        }
        assertTrue(list.size() > before + 1000, "only " + list.size());
        assertTrue(list.getChildrenUnmodifiable().size() < 20);
    }

    @Test
    void the_log_is_filtered_by_kind_and_told_as_stories() throws Exception {
        show(Houses.idleByDay(), PageId.LOG, 800, 480, Theme.NIGHT);
        DragList<?> list = (DragList<?>) find("#log-list");
        Object first = list.item(0);
        tap("#log-alarms");
        assertNotEquals(first, list.item(0));
        assertTrue(list.item(0).toString().contains("G-110"));
        tap("#log-runs");
        assertTrue(list.item(0).toString().contains("charging proven after"), list.item(0).toString());
    }

    @Test
    void the_log_is_written_to_a_stick() throws Exception {
        show(Houses.idleByDay(), PageId.LOG, 800, 480, Theme.NIGHT);
        tap("#log-export");
        assertFalse(visible("#export-0"));
        tap("#export-cancel");
        Path stick = Files.createDirectories(folder.resolve("media").resolve("STICK"));
        tap("#log-alarms");
        tap("#log-export");
        robot.clickOn("#export-0");
        await(() -> visible("#toast"));
        settle();
        try (var written = Files.walk(stick)) {
            List<String> names = written.map(path -> String.valueOf(path.getFileName())).toList();
            assertTrue(names.containsAll(List.of("events.csv", "runs.csv")), names.toString());
        }
    }

    @Test
    void a_setting_is_changed_saved_and_rolled_back() throws Exception {
        FakeCore core = show(Houses.idleByDay(), PageId.SETTINGS, 800, 480, Theme.NIGHT);
        tap("#step-generator-soc-start-less");
        assertTrue(visible("#save"));
        assertEquals("40", value(core, "generator.soc.start"));
        tap("#save");
        assertEquals("39", value(core, "generator.soc.start"));
        assertFalse(visible("#save"));
        tap("#settings-versions");
        hold("#roll-back-1");
        assertEquals("40", value(core, "generator.soc.start"));
    }

    @Test
    void a_refused_setting_stays_in_the_draft_and_says_why() throws Exception {
        FakeCore core = show(Houses.idleByDay(), PageId.SETTINGS, 800, 480, Theme.NIGHT);
        core.settings().change(Map.of("generator.soc.start", "79"), Origin.CORE);
        tap("#rail-home");
        tap("#rail-settings");
        tap("#step-generator-soc-start-more");
        tap("#save");
        assertEquals("generator.soc.start must be below generator.soc.stop.", text("#toast"));
        assertTrue(visible("#save"));
        assertEquals("79", value(core, "generator.soc.start"));
    }

    @Test
    void a_number_is_typed_on_the_pad_within_its_limits() throws Exception {
        show(Houses.idleByDay(), PageId.SETTINGS, 800, 480, Theme.NIGHT);
        robot.clickOn(robot.lookup("#step-generator-soc-stop .stepper-number").queryLabeled());
        settle();
        tap("#pad-3");
        tap("#pad-ok");
        assertTrue(visible("#number-pad"), "3 is below its limits");
        tap("#pad-9");
        tap("#pad-0");
        tap("#pad-ok");
        assertFalse(visible("#number-pad"));
        assertEquals("90 %", robot.lookup("#step-generator-soc-stop .stepper-number").queryLabeled().getText());
    }

    @Test
    void the_installers_part_asks_for_a_pin_and_slows_down_guessing() throws Exception {
        show(Houses.idleByDay(), PageId.SETTINGS, 800, 480, Theme.NIGHT);
        tap("#settings-installer");
        type("1234");
        assertTrue(visible("#set-inverter-slave"), "the first PIN opens");
        tap("#rail-home");
        tap("#rail-settings");
        tap("#settings-installer");
        for (int i = 0; i < 3; i++) {
            type("9999");
        }
        assertEquals("Too many tries. Wait 30 s.", text("#pad-hint"));
        type("1234");
        assertTrue(visible("#number-pad"), "the right PIN waits, too");
        time.advance(Duration.ofSeconds(30));
        type("1234");
        assertTrue(visible("#set-inverter-slave"));
        String kept = Files.readString(folder.resolve("own").resolve("pin"));
        assertFalse(kept.contains("1234"));
    }

    @Test
    void a_moment_of_the_chart_is_read_with_its_why() throws Exception {
        show(Houses.idleByDay(), PageId.TRENDS, 800, 480, Theme.NIGHT);
        tap("#range-year");
        tap("#chart");
        assertTrue(text("#reading-values").startsWith("SOC "), text("#reading-values"));
        assertFalse(text("#reading-why").isEmpty());
    }

    @Test
    void the_checks_of_the_appliance_are_offered_or_said_to_be_missing() throws Exception {
        show(Houses.idleByDay(), PageId.DIAGNOSTICS, 800, 480, Theme.NIGHT);
        tap("#diag-tests");
        tap("#make-bundle");
        assertEquals("This controller offers no checks.", text("#toast"));
    }

    private void type(String digits) throws Exception {
        for (int i = 0; i < digits.length(); i++) {
            tap("#pad-" + digits.charAt(i));
        }
        tap("#pad-ok");
    }

    private static String value(FakeCore core, String key) {
        return core.settings().entries().stream().filter(entry -> entry.key().equals(key)).findFirst().orElseThrow()
                .value();
    }
}
