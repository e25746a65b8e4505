// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;
import org.pigenny.core.model.Command;
import org.pigenny.kiosk.fake.FakeCore;
import org.pigenny.kiosk.fake.House;
import org.pigenny.kiosk.fake.Houses;
import org.pigenny.kiosk.frame.PageId;
import org.pigenny.kiosk.theme.Theme;

/** STOP is one tap away under every panel that can lie over a page (kiosk-ui.md 1). */
class VeilStopTest extends ScreenTest {
    /** Opens one kind of panel on the page it belongs to. */
    private interface Opening {
        void open() throws Exception;
    }

    @Test
    void the_start_chooser_leaves_stop_free() throws Exception {
        check(Houses.idleByDay(), PageId.GENERATOR, () -> tap("#start-choose"));
    }

    @Test
    void the_fuel_panel_leaves_stop_free() throws Exception {
        check(Houses.idleByDay(), PageId.GENERATOR, () -> {
            tap("#part-upkeep");
            reach("#set-fuel");
        });
    }

    @Test
    void the_shelf_of_an_alarm_leaves_stop_free() throws Exception {
        check(Houses.error(), PageId.ALARMS, () -> tap("#shelve-G-102"));
    }

    @Test
    void the_number_pad_leaves_stop_free() throws Exception {
        check(Houses.idleByDay(), PageId.SETTINGS, () -> {
            tap("#step-generator-soc-stop .stepper-number");
        });
    }

    @Test
    void the_pin_pad_leaves_stop_free() throws Exception {
        check(Houses.idleByDay(), PageId.SETTINGS, () -> tap("#settings-installer"));
    }

    @Test
    void the_time_zones_leave_stop_free() throws Exception {
        check(Houses.idleByDay(), PageId.SETTINGS, () -> {
            tap("#settings-screen");
            reach("#zone");
        });
    }

    @Test
    void the_export_leaves_stop_free() throws Exception {
        Files.createDirectories(folder.resolve("media").resolve("STICK"));
        check(Houses.idleByDay(), PageId.LOG, () -> tap("#log-export"));
    }

    @Test
    void both_steps_of_a_reboot_leave_stop_free() throws Exception {
        Opening first = () -> {
            tap("#diag-machine");
            tap("#reboot");
        };
        check(Houses.idleByDay(), PageId.DIAGNOSTICS, first);
        check(Houses.idleByDay(), PageId.DIAGNOSTICS, () -> {
            first.open();
            hold("#reboot-first");
        });
    }

    @Test
    void the_first_register_leaves_stop_free() throws Exception {
        check(Houses.idleByDay(), PageId.DIAGNOSTICS, () -> {
            tap("#diag-registers");
            tap("#register-start .stepper-number");
        });
    }

    @Test
    void with_the_panel_gone_the_stop_over_it_is_gone_as_well() throws Exception {
        show(Houses.idleByDay(), PageId.LOG, 800, 480, Theme.NIGHT);
        tap("#log-export");
        assertFalse(visible("#veil-stop"), "nothing to stop");
        screenCore(Houses.charging());
        assertTrue(visible("#veil-stop"));
        tap("#export-cancel");
        assertFalse(visible("#veil-stop"));
        assertTrue(visible("#dock-stop"));
    }

    private FakeCore shownCore = new FakeCore(Houses.idleByDay());

    private void screenCore(House house) throws Exception {
        shownCore.show(house.screen("night", "en"));
        settle();
    }

    @Override
    FakeCore show(House house, PageId page, int width, int height, Theme theme) throws Exception {
        shownCore = super.show(house, page, width, height, theme);
        return shownCore;
    }

    private void check(House house, PageId page, Opening opening) throws Exception {
        for (int[] size : new int[][]{{800, 480}, {720, 1280}}) {
            show(house, page, size[0], size[1], Theme.NIGHT);
            opening.open();
            assertTrue(visible(".panel"), "a panel is open");
            screenCore(Houses.charging());
            Node stop = find("#veil-stop");
            Bounds free = stop.localToScene(stop.getLayoutBounds());
            for (Node panel : robot.lookup(".panel").queryAll()) {
                Bounds taken = panel.localToScene(panel.getLayoutBounds());
                assertFalse(taken.intersects(free), () -> taken + " lies over " + free);
            }
            tap("#veil-stop");
            assertEquals(List.of(new Command.Stop()), shownCore.asked());
            assertTrue(visible(".panel"), "a STOP takes nobody's work away");
            close();
        }
    }
}
