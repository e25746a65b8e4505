// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.app;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javafx.scene.Scene;
import org.pigenny.core.api.Core;
import org.pigenny.core.time.TimeSource;
import org.pigenny.kiosk.frame.PageId;
import org.pigenny.kiosk.frame.Places;

/** The desk, opened to tests of other packages. */
public final class Screen implements AutoCloseable {
    private final Desk desk;

    public Screen(Core core, TimeSource time, Places places) {
        desk = new Desk(core, time, places, false);
    }

    public Scene scene(int width, int height) {
        return desk.scene(width, height);
    }

    public void open(PageId page) {
        desk.open(page);
    }

    public PageId openPage() {
        return desk.openPage();
    }

    public void tick() {
        desk.tick();
    }

    public void step() {
        desk.step();
    }

    public void settle() {
        desk.settle();
    }

    /** A picture of a scene; on the screen's thread. */
    public static BufferedImage picture(Scene scene) {
        return Picture.of(scene);
    }

    public static void write(BufferedImage image, Path file) throws IOException {
        Picture.write(image, file);
    }

    @Override
    public void close() {
        desk.close();
    }
}
