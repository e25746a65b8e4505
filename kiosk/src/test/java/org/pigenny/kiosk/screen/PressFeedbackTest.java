// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import org.controlsfx.control.ToggleSwitch;
import org.junit.jupiter.api.Test;
import org.pigenny.kiosk.app.FxThread;
import org.pigenny.kiosk.control.HoldKey;
import org.pigenny.kiosk.control.Key;
import org.pigenny.kiosk.fake.House;
import org.pigenny.kiosk.fake.Houses;
import org.pigenny.kiosk.frame.PageId;
import org.pigenny.kiosk.theme.Palette;
import org.pigenny.kiosk.theme.Theme;

/** Whatever can be pressed looks otherwise while it is pressed, also when it will refuse or is chosen already. */
class PressFeedbackTest extends ScreenTest {
    private static final PseudoClass DOWN = PseudoClass.getPseudoClass("down");
    private static final PseudoClass PRESSED = PseudoClass.getPseudoClass("pressed");
    private static final PseudoClass ARMED = PseudoClass.getPseudoClass("armed");

    private final List<String> faults = new ArrayList<>();
    private int seen;

    @Test
    void every_pressable_part_of_every_page_shows_that_it_is_pressed() throws Exception {
        for (Theme theme : Theme.values()) {
            for (House house : List.of(Houses.idleByDay(), Houses.service(), Houses.error(), Houses.charging(),
                    Houses.uncommissioned())) {
                show(house, PageId.HOME, 720, 1280, theme);
                for (PageId page : PageId.values()) {
                    tap("#rail-" + page.word());
                    FxThread.run(() -> look(find("#rail-home").getScene().getRoot(), page + " " + theme));
                }
                close();
            }
        }
        assertTrue(seen > 500, "only " + seen + " were there to be pressed");
        assertEquals(List.of(), faults, () -> String.join("\n", faults));
    }

    @Test
    void the_word_on_an_offered_key_is_darkest_and_on_a_refused_one_paler() throws Exception {
        for (Theme theme : Theme.values()) {
            Color full = Palette.of(theme).color("-fg");
            show(Houses.idleByDay(), PageId.HOME, 800, 480, theme);
            assertEquals(full, word("#start"));
            show(Houses.charging(), PageId.HOME, 800, 480, theme);
            assertEquals(full, word("#stop"));
            show(Houses.service(), PageId.HOME, 800, 480, theme);
            assertNotEquals(full, word("#start"));
            close();
        }
    }

    private Paint word(String key) {
        return ((Label) seen(key).lookup(".key-word")).getTextFill();
    }

    private void look(Node node, String where) {
        if (!node.isVisible()) {
            return;
        }
        state(node).ifPresent(state -> press(node, state, where));
        if (node instanceof Parent parent) {
            List.copyOf(parent.getChildrenUnmodifiable()).forEach(child -> look(child, where));
        }
    }

    private static Optional<PseudoClass> state(Node node) {
        if (node instanceof ToggleButton) {
            return Optional.of(ARMED);
        }
        if (node instanceof ToggleSwitch) {
            return Optional.of(PRESSED);
        }
        boolean pressed = node instanceof Key || node instanceof HoldKey || node.getStyleClass().contains("door");
        return pressed ? Optional.of(DOWN) : Optional.empty();
    }

    private void press(Node node, PseudoClass state, String where) {
        seen++;
        Region face = (Region) (node instanceof ToggleSwitch ? node.lookup(".thumb") : node);
        Background before = look(face);
        node.pseudoClassStateChanged(state, true);
        Background pressed = look(face);
        node.pseudoClassStateChanged(state, false);
        if (Objects.equals(before, pressed)) {
            faults.add(where + ": #" + node.getId() + " " + node.getStyleClass() + " looks the same");
        }
        if (!Objects.equals(before, look(face))) {
            faults.add(where + ": #" + node.getId() + " stays pressed");
        }
    }

    private static Background look(Region face) {
        face.applyCss();
        return face.getBackground() == null ? Background.EMPTY : face.getBackground();
    }
}
