// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.app;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Scene;
import org.pigenny.core.time.SystemTime;
import org.pigenny.kiosk.fake.FakeCore;
import org.pigenny.kiosk.fake.House;
import org.pigenny.kiosk.fake.Houses;
import org.pigenny.kiosk.frame.PageId;
import org.pigenny.kiosk.frame.Places;
import org.pigenny.kiosk.theme.Theme;

/** Renders every page in every state, at every size, in both themes, to PNG files in a folder. */
public final class Pictures {
    private record Size(int width, int height) {}

    private static final List<Size> SIZES = List.of(new Size(800, 480), new Size(1024, 600), new Size(1280, 720),
            new Size(720, 1280));

    private static final String LANGUAGE = System.getProperty("language", "en");
    private static final Places PLACES = new Places(Path.of("target/pictures-own"), List.of(), Path.of("target/none"),
            Path.of("/"));

    private Pictures() {}

    /** @param args the folder; then words that a picture's name must contain */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args.length > 0 ? args[0] : "target/pictures");
        CompletableFuture<Boolean> up = new CompletableFuture<>();
        Platform.startup(() -> up.complete(true));
        up.get();
        onScreen(Theme::loadFonts);
        for (PageId page : PageId.values()) {
            for (Map.Entry<String, Supplier<House>> state : Houses.all().entrySet()) {
                for (Size size : SIZES) {
                    for (Theme theme : Theme.values()) {
                        String name = "%s-%s-%dx%d-%s.png".formatted(page.word(), state.getKey(), size.width(),
                                size.height(),
                                theme.name().toLowerCase(Locale.ROOT));
                        if (wanted(name, args)) {
                            take(page, state.getValue().get(), size, theme, folder.resolve(name));
                        }
                    }
                }
            }
        }
        Platform.exit();
    }

    private static boolean wanted(String name, String[] args) {
        for (int i = 1; i < args.length; i++) {
            if (!name.contains(args[i])) {
                return false;
            }
        }
        return true;
    }

    private static void take(PageId page, House house, Size size, Theme theme, Path file) throws Exception {
        FakeCore core = new FakeCore(house.screen(theme.name().toLowerCase(Locale.ROOT), LANGUAGE));
        CompletableFuture<Desk> made = new CompletableFuture<>();
        CompletableFuture<Scene> drawn = new CompletableFuture<>();
        Platform.runLater(() -> {
            Desk desk = new Desk(core, new SystemTime(), PLACES, false);
            drawn.complete(desk.scene(size.width(), size.height()));
            desk.open(page);
            made.complete(desk);
        });
        try (Desk desk = made.get()) {
            settle(desk, drawn.get());
            CompletableFuture<BufferedImage> image = new CompletableFuture<>();
            Scene scene = drawn.get();
            Platform.runLater(() -> {
                desk.tick();
                image.complete(Picture.of(scene));
            });
            write(image.get(), file);
        }
    }

    /** A page asks when it is laid out, too: twice finds the answer to that. */
    private static void settle(Desk desk, Scene scene) throws Exception {
        for (int i = 0; i < 3; i++) {
            desk.settle();
            onScreen(() -> {
                desk.tick();
                scene.getRoot().applyCss();
                scene.getRoot().layout();
            });
        }
    }

    private static void write(BufferedImage image, Path file) throws IOException {
        Picture.write(image, file);
    }

    private static void onScreen(Runnable work) throws Exception {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            work.run();
            done.complete(true);
        });
        done.get();
    }
}
