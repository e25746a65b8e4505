// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import org.controlsfx.control.ToggleSwitch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.pigenny.kiosk.app.Screen;
import org.pigenny.kiosk.control.HoldKey;
import org.pigenny.kiosk.control.Key;
import org.pigenny.kiosk.fake.FakeCore;
import org.pigenny.kiosk.fake.House;
import org.pigenny.kiosk.fake.Houses;
import org.pigenny.kiosk.frame.PageId;
import org.pigenny.kiosk.theme.Metrics;
import org.testfx.util.WaitForAsyncUtils;

/** Every page in every state: nothing cut, nothing over another, nothing too small to read or to touch. */
class LayoutTest extends ScreenTest {
    private record Size(int width, int height) {}

    private static final List<Size> SIZES = List.of(new Size(800, 480), new Size(1024, 600), new Size(720, 1280));
    private static final List<String> PRIMARY = List.of("start", "stop", "reset", "dock-stop", "start-choose");

    @Test
    void every_page_is_whole_at_800_by_480_in_english() throws Exception {
        check(List.of(SIZES.get(0)), "night", "en");
    }

    @Test
    void every_page_is_whole_at_800_by_480_in_german() throws Exception {
        check(List.of(SIZES.get(0)), "day", "de");
    }

    @Test
    void every_page_is_whole_on_larger_and_standing_screens() throws Exception {
        check(List.of(SIZES.get(1)), "day", "en");
        check(List.of(SIZES.get(2)), "night", "de");
    }

    @Test
    @Tag("soak")
    void every_page_is_whole_at_every_size_in_both_themes_and_languages() throws Exception {
        for (String theme : List.of("day", "night")) {
            for (String language : List.of("en", "de")) {
                check(SIZES, theme, language);
                check(List.of(new Size(1280, 720), new Size(1280, 800)), theme, language);
            }
        }
    }

    private void check(List<Size> sizes, String theme, String language) throws Exception {
        List<String> faults = new ArrayList<>();
        for (Size size : sizes) {
            for (Map.Entry<String, Supplier<House>> state : Houses.all().entrySet()) {
                House house = state.getValue().get().screen(theme, language);
                for (PageId page : PageId.values()) {
                    String where = page.word() + " " + state.getKey() + " " + size.width() + "x" + size.height() + " "
                            + language + ": ";
                    look(house, page, size).forEach(fault -> faults.add(where + fault));
                }
            }
        }
        assertEquals(List.of(), faults, () -> String.join("\n", faults));
    }

    private List<String> look(House house, PageId page, Size size) throws Exception {
        Screen[] made = new Screen[1];
        Scene scene = onScreen(() -> {
            made[0] = new Screen(new FakeCore(house), time, places());
            Scene fresh = made[0].scene(size.width(), size.height());
            made[0].open(page);
            return fresh;
        });
        try (Screen screen = made[0]) {
            for (int i = 0; i < 3; i++) {
                screen.settle();
                onScreen(() -> {
                    screen.tick();
                    scene.getRoot().applyCss();
                    scene.getRoot().layout();
                    return scene;
                });
            }
            return onScreen(() -> {
                List<String> faults = new ArrayList<>(Seen.faults(scene));
                touchable(scene.getRoot(), new Metrics(size.width(), size.height()), faults);
                return faults;
            });
        }
    }

    private static <T> T onScreen(java.util.concurrent.Callable<T> work) throws Exception {
        return WaitForAsyncUtils.asyncFx(work).get(30, TimeUnit.SECONDS);
    }

    private static void touchable(Node node, Metrics metrics, List<String> faults) {
        if (!node.isVisible()) {
            return;
        }
        boolean key = node instanceof Key || node instanceof HoldKey || node instanceof ToggleButton
                || node instanceof ToggleSwitch;
        if (key && node instanceof Region region) {
            boolean primary = PRIMARY.contains(String.valueOf(node.getId()));
            double least = (primary ? metrics.primaryKey() : 48) - 0.5;
            if (region.getWidth() < least || region.getHeight() < least) {
                faults.add("#" + node.getId() + " is only " + region.getWidth() + "x" + region.getHeight() + ", less than "
                        + least);
            }
        }
        if (node instanceof javafx.scene.Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> touchable(child, metrics, faults));
        }
    }
}
