// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.pigenny.core.model.Command;
import org.pigenny.kiosk.fake.FakeCore;
import org.pigenny.kiosk.fake.Houses;
import org.pigenny.kiosk.frame.PageId;
import org.pigenny.kiosk.theme.Theme;

class VigilTest extends ScreenTest {
    @Test
    void after_a_minute_without_a_touch_it_goes_home() throws Exception {
        FakeCore core = show(Houses.idleByDay(), PageId.LOG, 800, 480, Theme.NIGHT);
        alive(core, Duration.ofSeconds(59));
        assertEquals(PageId.LOG, screen().openPage());
        alive(core, Duration.ofSeconds(2));
        assertEquals(PageId.HOME, screen().openPage());
    }

    @Test
    void it_dims_then_darkens_and_the_first_touch_only_wakes() throws Exception {
        FakeCore core = show(Houses.charging());
        assertEquals(0, find("#shade").getOpacity());
        alive(core, Duration.ofMinutes(4));
        assertTrue(find("#shade").getOpacity() > 0.5);
        alive(core, Duration.ofMinutes(9));
        assertEquals(1, find("#shade").getOpacity());
        tap("#stop");
        assertEquals(List.of(), core.asked());
        assertEquals(0, find("#shade").getOpacity());
        tap("#stop");
        assertEquals(List.of(new Command.Stop()), core.asked());
    }

    @Test
    void an_alarm_that_nobody_has_seen_keeps_it_bright() throws Exception {
        FakeCore core = show(Houses.error());
        alive(core, Duration.ofHours(2));
        assertEquals(0, find("#shade").getOpacity());
    }

    @Test
    void a_backlight_is_driven_through_its_file() throws Exception {
        Path panel = Files.createDirectories(folder.resolve("backlight").resolve("panel"));
        Files.writeString(panel.resolve("max_brightness"), "255\n");
        Files.writeString(panel.resolve("brightness"), "0");
        FakeCore core = show(Houses.charging());
        assertEquals("128", Files.readString(panel.resolve("brightness")));
        alive(core, Duration.ofMinutes(10));
        assertEquals("0", Files.readString(panel.resolve("brightness")));
    }

    @Test
    void a_quick_level_stroke_turns_the_page() throws Exception {
        show(Houses.idleByDay());
        stroke(new Point2D(600, 300), new Point2D(300, 310));
        assertEquals(PageId.GENERATOR, screen().openPage());
        stroke(new Point2D(300, 130), new Point2D(600, 135));
        assertEquals(PageId.HOME, screen().openPage());
    }

    private void stroke(Point2D from, Point2D to) throws Exception {
        robot.moveTo(from).press(MouseButton.PRIMARY).moveTo(to).release(MouseButton.PRIMARY);
        settle();
    }

    /** Time passes, and the core goes on speaking. */
    private void alive(FakeCore core, Duration span) throws Exception {
        time.advance(span);
        core.speak();
        settle();
    }
}
