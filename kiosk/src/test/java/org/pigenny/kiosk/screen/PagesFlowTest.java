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
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;
import org.pigenny.core.model.Command;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.RegisterPort;
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
        tap("#export-0");
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
        assertTrue(text("#toast").contains("generator.soc.start = 80 must be below generator.soc.stop = 80"),
                text("#toast"));
        assertTrue(visible("#save"));
        assertEquals("79", value(core, "generator.soc.start"));
    }

    @Test
    void a_number_is_typed_on_the_pad_within_its_limits() throws Exception {
        show(Houses.idleByDay(), PageId.SETTINGS, 800, 480, Theme.NIGHT);
        tap("#step-generator-soc-stop .stepper-number");
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
    void the_checks_of_the_appliance_are_run_and_bundled() throws Exception {
        show(Houses.idleByDay(), PageId.DIAGNOSTICS, 800, 480, Theme.NIGHT);
        tap("#diag-tests");
        tap("#run-checks");
        assertTrue(texts().contains("No answer from 10.2.242.109:9999."), texts().toString());
        tap("#make-bundle");
        assertTrue(text("#toast").startsWith("Written: "), text("#toast"));
    }

    @Test
    void a_core_without_a_workshop_says_so() throws Exception {
        show(new FakeCore(Houses.idleByDay()).bare(), PageId.DIAGNOSTICS, 800, 480);
        tap("#diag-tests");
        tap("#make-bundle");
        assertEquals("This controller offers no checks.", text("#toast"));
    }

    @Test
    void raw_registers_are_read_stepped_through_and_a_silence_is_said() throws Exception {
        FakeCore core = show(Houses.idleByDay(), PageId.DIAGNOSTICS, 800, 480, Theme.NIGHT);
        tap("#diag-registers");
        tap("#register-read");
        assertTrue(texts().contains("0AAB"), "register 1 in hexadecimal: " + texts());
        tap("#register-start-more");
        assertTrue(texts().contains("20"), "the next twenty begin at 20");
        core.shop().answers(new RegisterPort.Answer.Nothing());
        tap("#register-holding");
        tap("#register-read");
        assertEquals("The inverter does not answer.", text("#register-said"));
        core.shop().answers(new RegisterPort.Answer.Refused(2));
        tap("#register-read");
        assertEquals("The inverter refuses these registers (exception 2).", text("#register-said"));
        assertFalse(texts().contains("0AAB"), "old words do not stay");
    }

    @Test
    void a_reboot_is_held_then_typed() throws Exception {
        FakeCore core = show(Houses.idleByDay(), PageId.DIAGNOSTICS, 800, 480, Theme.NIGHT);
        tap("#diag-machine");
        tap("#reboot");
        tap("#reboot-first");
        assertFalse(visible("#letter-pad"), "a tap is not a hold");
        hold("#reboot-first");
        spell("NO");
        tap("#letters-ok");
        assertTrue(visible("#letter-pad"), "another word is not enough");
        spell("REBOOT");
        assertEquals("REBOOT", text("#letters-typed"));
        assertEquals(List.of(), core.shop().reboots());
        tap("#letters-ok");
        assertEquals(List.of("REBOOT"), core.shop().reboots());
        assertFalse(visible("#letter-pad"));
    }

    @Test
    void a_reboot_is_refused_while_the_engine_runs() throws Exception {
        FakeCore core = show(Houses.charging(), PageId.DIAGNOSTICS, 800, 480, Theme.NIGHT);
        tap("#diag-machine");
        tap("#reboot");
        hold("#reboot-first");
        spell("REBOOT");
        tap("#letters-ok");
        assertEquals("The engine runs: no reboot now.", text("#toast"));
        assertEquals(List.of(), core.shop().reboots());
    }

    @Test
    void the_fuel_level_is_set_and_a_service_is_told() throws Exception {
        FakeCore core = show(Houses.idleByDay(), PageId.GENERATOR, 800, 480, Theme.NIGHT);
        tap("#part-upkeep");
        scrollTo("#service-done");
        hold("#service-done");
        tap("#set-fuel");
        tap("#fuel-75");
        tap("#fuel-level-more");
        tap("#fuel-save");
        assertEquals(List.of(new Command.ServiceDone(), new Command.SetFuel(80)), core.asked());
        assertFalse(visible("#fuel-panel"));
    }

    private void spell(String word) throws Exception {
        for (int i = 0; i < word.length(); i++) {
            tap("#letter-" + word.charAt(i));
        }
    }

    private java.util.Set<String> texts() {
        return robot.lookup(node -> node instanceof Labeled && shown(node))
                .queryAll()
                .stream()
                .map(node -> ((Labeled) node).getText())
                .collect(java.util.stream.Collectors.toSet());
    }

    private void type(String digits) throws Exception {
        for (int i = 0; i < digits.length(); i++) {
            tap("#pad-" + digits.charAt(i));
        }
        tap("#pad-ok");
    }

    private static String value(FakeCore core, String key) {
        return core.settings()
                .entries()
                .stream()
                .filter(entry -> entry.key().equals(key))
                .findFirst()
                .orElseThrow()
                .value();
    }
}
