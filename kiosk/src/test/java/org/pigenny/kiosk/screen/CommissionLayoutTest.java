// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.pigenny.kiosk.app.FxThread;
import org.pigenny.kiosk.app.Screen;
import org.pigenny.kiosk.fake.FakeCore;
import org.pigenny.kiosk.fake.FakeSteps;
import org.pigenny.kiosk.fake.Houses;

/** Every step of the commissioning is whole at every size; its pictures are kept with those of the build. */
class CommissionLayoutTest extends ScreenTest {
    private static final int STEPS = 6;
    private static final Path PICTURES = Path.of("target", "pictures", "commission");

    @Test
    void every_step_is_whole_at_800_by_480() throws Exception {
        check(800, 480, "night", "en");
        check(800, 480, "day", "de");
    }

    @Test
    void the_wordiest_steps_are_whole_on_larger_and_standing_screens() throws Exception {
        check(720, 1280, "night", "de");
        check(1280, 720, "night", "de");
    }

    @Test
    @Tag("soak")
    void every_step_is_whole_everywhere() throws Exception {
        for (String theme : List.of("day", "night")) {
            for (String language : List.of("en", "de")) {
                check(800, 480, theme, language);
                check(1024, 600, theme, language);
                check(1280, 720, theme, language);
                check(720, 1280, theme, language);
            }
        }
    }

    @Test
    void home_says_that_it_is_not_finished() throws Exception {
        for (String language : List.of("en", "de")) {
            FakeCore core = new FakeCore(Houses.uncommissioned().screen("night", language));
            assertEquals(List.of(), look(core, 800, 480, "home-800x480-night-" + language));
        }
    }

    private void check(int width, int height, String theme, String language) throws Exception {
        List<String> faults = new ArrayList<>();
        for (int done = 0; done <= STEPS; done++) {
            FakeCore core = new FakeCore(Houses.uncommissioned().screen(theme, language)).care(new FakeSteps(done),
                    null);
            String name = (done + 1) + "-" + width + "x" + height + "-" + theme + "-" + language;
            look(core, width, height, name).forEach(fault -> faults.add(name + ": " + fault));
        }
        assertEquals(List.of(), faults, () -> String.join("\n", faults));
    }

    private List<String> look(FakeCore core, int width, int height, String name) throws Exception {
        Screen[] made = new Screen[1];
        Scene scene = FxThread.call(() -> {
            made[0] = new Screen(core, time, places());
            return made[0].scene(width, height);
        });
        try (Screen screen = made[0]) {
            for (int i = 0; i < 3; i++) {
                screen.settle();
                FxThread.run(() -> {
                    screen.tick();
                    scene.getRoot().applyCss();
                    scene.getRoot().layout();
                });
            }
            Screen.write(FxThread.call(() -> Screen.picture(scene)), PICTURES.resolve(name + ".png"));
            return FxThread.call(() -> Seen.faults(scene));
        }
    }
}
