// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.bench;

import javafx.application.Platform;
import org.pigenny.kiosk.fake.FakeCore;
import org.pigenny.kiosk.fake.Houses;
import org.pigenny.kiosk.theme.Theme;

/** The home page with live values. Prints when it was drawn, and ends. */
public final class FirstTile {
    private FirstTile() {}

    public static void main(String[] args) {
        FakeCore core = new FakeCore(Houses.charging().screen("night", "en"));
        Platform.startup(() -> {
            Theme.loadFonts();
            Stopwatch.endAfterFirstPicture(BenchScreen.show(core).scene());
        });
    }
}
