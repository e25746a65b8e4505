// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.pigenny.core.model.Command;
import org.pigenny.kiosk.fake.FakeCore;
import org.pigenny.kiosk.frame.PageId;
import org.pigenny.kiosk.screen.Links.Link;

/** Every flow in every link state, at three sizes, in both themes and both languages, by touch. */
class FlowMatrixTest extends ScreenTest {
    private record Setup(Link link, int width, int height, String theme, String language) {
        @Override
        public String toString() {
            return link + " " + width + "x" + height + " " + theme + " " + language;
        }
    }

    private static final int[][] SIZES = {{800, 480}, {1280, 720}, {720, 1280}};
    private static final long SEED = 61_121;
    private static final int SHARE = 2;

    private FakeCore core = new FakeCore(Links.atRest(Link.LIVE));
    private Link link = Link.LIVE;
    private int number;

    @Test
    void a_fixed_share_of_all_flows_works() throws Exception {
        List<Setup> all = matrix();
        Collections.shuffle(all, new Random(SEED));
        run(all.subList(0, SHARE));
    }

    @Test
    @Tag("soak")
    void every_flow_works_in_every_link_state_at_three_sizes_in_both_themes_and_languages() throws Exception {
        run(matrix());
    }

    private static List<Setup> matrix() {
        List<Setup> all = new ArrayList<>();
        for (Link one : Link.values()) {
            for (int[] size : SIZES) {
                for (String theme : List.of("day", "night")) {
                    for (String language : List.of("en", "de")) {
                        all.add(new Setup(one, size[0], size[1], theme, language));
                    }
                }
            }
        }
        return all;
    }

    private void run(List<Setup> setups) throws Exception {
        List<String> faults = new ArrayList<>();
        for (Setup setup : setups) {
            try {
                run(setup);
            } catch (AssertionError | Exception e) {
                faults.add(setup + ": " + e);
                close();
            }
        }
        System.out.println("ran every flow in " + setups.size() + " set-ups");
        assertEquals(List.of(), faults, () -> String.join("\n", faults));
    }

    private void run(Setup setup) throws Exception {
        link = setup.link();
        number++;
        if (link != Link.ERROR) {
            core = new FakeCore(Links.running(link).screen(setup.theme(), setup.language()));
            open(setup, PageId.HOME);
            stops();
            close();
        }
        core = new FakeCore(Links.atRest(link).screen(setup.theme(), setup.language()));
        open(setup, PageId.GENERATOR);
        starts();
        resets();
        locksOut();
        acknowledges();
        changesAndRollsBack();
        slowsDownGuessing();
        exports();
        close();
    }

    private void open(Setup setup, PageId page) throws Exception {
        show(core, page, setup.width(), setup.height());
        if (link == Link.FROZEN) {
            time.advance(Duration.ofSeconds(4));
        }
        settle();
        assertEquals(link == Link.FROZEN, find("#link-core").getStyleClass().contains("down"));
    }

    private void stops() throws Exception {
        for (PageId page : PageId.values()) {
            tap("#rail-" + page.word());
            tap(visible("#stop") ? "#stop" : "#dock-stop");
        }
        assertEquals(Collections.nCopies(PageId.values().length, new Command.Stop()), core.asked());
    }

    private void starts() throws Exception {
        boolean offered = link.known() && link != Link.ERROR;
        assertEquals(offered, visible("#start-choose"), "START is offered");
        if (!offered) {
            assertEquals(link != Link.ERROR, visible("#stop"), "STOP is offered");
            return;
        }
        start("#way-auto", new Command.StartUntilAuto());
        start("#way-time", new Command.StartFor(Duration.ofMinutes(60)));
        start("#way-stopped", new Command.StartUntilStopped());
        tap("#rail-home");
        hold("#start");
        boolean battery = link == Link.LIVE || link == Link.LOCKED_OUT;
        assertEquals(battery ? new Command.StartUntilAuto() : new Command.StartUntilStopped(), core.asked().getLast());
    }

    private void start(String way, Command command) throws Exception {
        tap("#start-choose");
        tap(way);
        hold("#start-chosen");
        assertEquals(command, core.asked().getLast());
        assertFalse(visible("#start-panel"));
    }

    private void resets() throws Exception {
        tap("#rail-home");
        assertEquals(link == Link.ERROR, visible("#reset"), "RESET is offered");
        if (link == Link.ERROR) {
            tap("#reset");
            assertEquals(List.of(), core.asked(), "a tap is not a hold");
            hold("#reset");
            assertEquals(new Command.Reset(), core.asked().getLast());
        }
    }

    private void locksOut() throws Exception {
        tap("#rail-generator");
        hold("#service");
        assertEquals(new Command.ServiceMode(link != Link.LOCKED_OUT), core.asked().getLast());
    }

    private void acknowledges() throws Exception {
        tap("#rail-alarms");
        reach("#ack-B-401");
        assertEquals(new Command.Acknowledge("B-401"), core.asked().getLast());
    }

    private void changesAndRollsBack() throws Exception {
        tap("#rail-settings");
        tap("#step-generator-soc-start-less");
        assertEquals("40", core.settings().value("generator.soc.start"), "nothing changes before it is saved");
        tap("#save");
        assertEquals("39", core.settings().value("generator.soc.start"));
        tap("#settings-versions");
        hold("#roll-back-1");
        assertEquals("40", core.settings().value("generator.soc.start"));
    }

    private void slowsDownGuessing() throws Exception {
        tap("#settings-installer");
        type("1234");
        assertTrue(visible("#set-generator-soc-start_delay_s"), "the first PIN opens");
        tap("#rail-home");
        tap("#rail-settings");
        tap("#settings-installer");
        for (int i = 0; i < 3; i++) {
            type("9999");
        }
        assertTrue(text("#pad-hint").contains("30 s"), text("#pad-hint"));
        type("1234");
        assertTrue(visible("#number-pad"), "the right PIN waits, too");
        pass(Duration.ofSeconds(30));
        type("1234");
        assertTrue(visible("#set-generator-soc-start_delay_s"));
    }

    private void type(String digits) throws Exception {
        for (int i = 0; i < digits.length(); i++) {
            tap("#pad-" + digits.charAt(i));
        }
        tap("#pad-ok");
    }

    private void exports() throws Exception {
        tap("#rail-log");
        Path stick = Files.createDirectories(places().sticks().getFirst().resolve("STICK"));
        tap("#log-export");
        String before = text("#toast");
        tap("#export-0");
        await(() -> visible("#toast") && !text("#toast").equals(before));
        settle();
        try (var written = Files.walk(stick)) {
            List<String> names = written.map(path -> String.valueOf(path.getFileName())).toList();
            assertTrue(names.containsAll(List.of("events.csv", "runs.csv")), names.toString());
        }
    }

    @Override
    org.pigenny.kiosk.frame.Places places() {
        return places("setup" + number);
    }

    @Override
    void hold(String query) throws Exception {
        super.hold(query);
        speak();
    }

    @Override
    void pass(Duration span) throws Exception {
        super.pass(span);
        speak();
    }

    /** A core that is not frozen goes on speaking while time passes. */
    private void speak() throws Exception {
        if (link != Link.FROZEN) {
            core.speak();
            settle();
        }
    }
}
