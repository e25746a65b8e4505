// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import org.controlsfx.control.ToggleSwitch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.pigenny.kiosk.app.Exhibit;
import org.pigenny.kiosk.app.FxThread;
import org.pigenny.kiosk.app.View;
import org.pigenny.kiosk.control.HoldKey;
import org.pigenny.kiosk.control.Key;
import org.pigenny.kiosk.fake.House;
import org.pigenny.kiosk.fake.Houses;
import org.pigenny.kiosk.theme.Metrics;

/**
 * Every view of every page in every state: nothing cut, nothing over another, nothing too small to read, too pale to read, or too
 * small to touch.
 */
class LayoutTest extends ScreenTest {
    private record Size(int width, int height) {
        @Override
        public String toString() {
            return width + "x" + height;
        }
    }

    private record Look(View view, String state, Size size, String theme, String language) {
        @Override
        public String toString() {
            return view.name() + " " + state + " " + size + " " + theme + " " + language;
        }
    }

    private static final List<Size> SIZES = List.of(new Size(800, 480), new Size(1024, 600), new Size(1280, 720),
            new Size(1280, 800), new Size(720, 1280));
    private static final List<String> THEMES = List.of("day", "night");
    private static final List<String> LANGUAGES = List.of("en", "de");
    private static final List<String> PRIMARY = List.of("start", "stop", "reset", "dock-stop", "veil-stop",
            "start-choose", "start-chosen", "service", "reboot-first");
    private static final long SEED = 20_261_121;
    private static final int SHARE = 40;

    @Test
    void every_page_in_every_state_is_whole_on_the_smallest_screen() throws Exception {
        List<Look> all = new ArrayList<>();
        for (Look look : matrix(View.pages())) {
            boolean first = look.theme().equals("night") == look.language().equals("en");
            if (look.size().equals(SIZES.getFirst()) && first && look.language().equals("de")) {
                all.add(look);
            }
        }
        check(all);
    }

    @Test
    void a_fixed_share_of_all_views_is_whole() throws Exception {
        List<Look> all = matrix(View.ALL);
        Collections.shuffle(all, new Random(SEED));
        check(all.subList(0, SHARE));
    }

    /** {@code -Dlayout.every=5} looks at each fifth alone, shuffled by a fixed seed; {@code -Dlayout.from=2} begins at another. */
    @Test
    @Tag("soak")
    void every_view_is_whole_in_every_state_at_every_size_in_both_themes_and_languages() throws Exception {
        List<Look> all = matrix(View.ALL);
        Collections.shuffle(all, new Random(SEED));
        int every = Integer.getInteger("layout.every", 1);
        List<Look> wanted = new ArrayList<>();
        for (int i = Integer.getInteger("layout.from", 0); i < all.size(); i += every) {
            wanted.add(all.get(i));
        }
        check(wanted);
    }

    private static List<Look> matrix(List<View> views) {
        List<Look> all = new ArrayList<>();
        for (View view : views) {
            for (String state : Houses.all().keySet()) {
                for (Size size : SIZES) {
                    for (String theme : THEMES) {
                        for (String language : LANGUAGES) {
                            all.add(new Look(view, state, size, theme, language));
                        }
                    }
                }
            }
        }
        return all;
    }

    private void check(List<Look> looks) throws Exception {
        List<String> faults = new ArrayList<>();
        int seen = 0;
        for (Look look : looks) {
            House house = Objects.requireNonNull(Houses.all().get(look.state()))
                    .get()
                    .screen(look.theme(),
                            look.language());
            try (Exhibit exhibit = Exhibit.of(look.view(), house, places("look" + seen), look.size().width(),
                    look.size().height())) {
                if (exhibit != null) {
                    seen++;
                    FxThread.call(() -> faults(exhibit, look)).forEach(fault -> faults.add(look + ": " + fault));
                }
            }
        }
        System.out.println(
                "looked at " + seen + " of " + looks.size() + " views; the others do not exist in their state");
        assertTrue(seen > looks.size() / 4, "only " + seen + " views were there to be looked at");
        assertEquals(List.of(), faults, () -> faults.size() + " faults\n" + String.join("\n", faults));
    }

    private static List<String> faults(Exhibit exhibit, Look look) {
        List<String> faults = new ArrayList<>(Seen.faults(exhibit.scene()));
        touchable(exhibit.scene().getRoot(), new Metrics(look.size().width(), look.size().height()), faults);
        return faults;
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
                faults.add(
                        "#" + node.getId() + " is only " + region.getWidth() + "x" + region.getHeight() + ", less than "
                                + least);
            }
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> touchable(child, metrics, faults));
        }
    }
}
