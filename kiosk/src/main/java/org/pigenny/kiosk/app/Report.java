// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import javafx.scene.Scene;
import org.pigenny.kiosk.home.HomePage;
import org.pigenny.kiosk.present.Now;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Without a display: the live state as lines, and now and then a picture of the screen. On the screen's thread. */
final class Report {
    private static final Logger LOG = LoggerFactory.getLogger(Report.class);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);
    private static final Duration BETWEEN_PICTURES = Duration.ofSeconds(30);

    private final Path picture;
    private int ticks;
    private String last = "";

    Report(Path picture) {
        this.picture = picture;
    }

    /** Once a second. A line when something a person would notice has changed, at least every few seconds. */
    void tick(Now now, Scene scene) {
        String line = HomePage.line(now);
        if (!HomePage.gist(now).equals(last) || ticks % BETWEEN_LINES.toSeconds() == 0) {
            last = HomePage.gist(now);
            System.out.println(line);
        }
        if (ticks++ % BETWEEN_PICTURES.toSeconds() == 3) {
            write(scene);
        }
    }

    private void write(Scene scene) {
        try {
            Picture.write(Picture.of(scene), picture);
            System.out.println("picture: " + picture);
        } catch (IOException e) {
            LOG.warn("the picture {} cannot be written: {}", picture, e.getMessage());
        }
    }
}
