// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.theme;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ContrastTest {
    private static final List<String> GROUNDS = List.of("-bg", "-card", "-card-raised");

    @ParameterizedTest
    @EnumSource(Theme.class)
    void numbers_have_a_contrast_of_seven_fresh_or_stale(Theme theme) {
        for (String ground : GROUNDS) {
            contrast(theme, "-fg", ground, 7);
            contrast(theme, "-fg-quiet", ground, 7);
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void every_text_has_a_contrast_of_four_and_a_half(Theme theme) {
        for (String ground : GROUNDS) {
            for (String text : List.of("-fg-faint", "-good", "-warn", "-crit")) {
                contrast(theme, text, ground, 4.5);
            }
        }
        contrast(theme, "-fg", "-active-bg", 4.5);
        contrast(theme, "-fg", "-crit-bg", 4.5);
        contrast(theme, "-fg", "-warn-bg", 4.5);
        contrast(theme, "-bg", "-crit", 4.5);
        contrast(theme, "-bg", "-warn", 4.5);
    }

    private static void contrast(Theme theme, String text, String ground, double least) {
        Palette palette = Palette.of(theme);
        double found = Contrast.ratio(palette.color(text), palette.color(ground));
        assertTrue(found >= least, theme + ": " + text + " on " + ground + " has only " + found);
    }
}
