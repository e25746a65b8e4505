// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.bench;

import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.pigenny.core.time.SystemTime;
import org.pigenny.kiosk.app.Screen;
import org.pigenny.kiosk.fake.FakeCore;
import org.pigenny.kiosk.fake.Houses;
import org.pigenny.kiosk.frame.Places;
import org.pigenny.kiosk.theme.Theme;

/** The home page with live values. Prints when it was drawn, and ends. */
public final class FirstTile {
    private FirstTile() {}

    public static void main(String[] args) {
        FakeCore core = new FakeCore(Houses.charging().screen("night", "en"));
        Platform.startup(() -> {
            Theme.loadFonts();
            Screen screen = new Screen(core, new SystemTime(),
                    new Places(Path.of("target/none"), List.of(), Path.of("target/none"), Path.of("/")));
            Scene scene = screen.scene(800, 480);
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
            Stopwatch.endAfterFirstPicture(scene);
        });
    }
}
