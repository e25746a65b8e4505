// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.commission;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Outcome;
import org.pigenny.kiosk.control.Styles;

/** Labels that show all of their text. */
final class Words {
    private Words() {}

    static Label whole(String text, String... classes) {
        Label label = Styles.label(text, classes);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    static Message of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted accepted -> accepted.text();
            case Outcome.Refused refused -> refused.why();
        };
    }

    static boolean good(Outcome outcome) {
        return outcome instanceof Outcome.Accepted;
    }
}
