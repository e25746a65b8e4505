// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.app;

import com.gluonhq.attach.display.DisplayService;
import com.gluonhq.attach.lifecycle.LifecycleService;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.Cursor;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.api.Core;
import org.pigenny.core.time.SystemTime;
import org.pigenny.core.time.TimeSource;
import org.pigenny.kiosk.theme.Theme;

/** The screen: a stage with the desk on it, paced and watched. */
public final class KioskApp {
    /** The thread that draws is dead: the process must be started anew. */
    private static final int EXIT_SCREEN_DEAD = 75;
    /** A library of the screen is missing. */
    private static final int EXIT_NO_SCREEN = 69;

    private final Core core;
    private final KioskOptions options;
    private final boolean headless;
    private final TimeSource real = new SystemTime();
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();
    private final FirstLight firstLight = new FirstLight();
    private final ScreenPulse pulse;
    private @Nullable Desk desk;
    private @Nullable Stage stage;
    private @Nullable Pace pace;

    private KioskApp(Core core, KioskOptions options, ScreenPulse pulse, boolean headless) {
        this.pulse = pulse;
        this.core = core;
        this.options = options;
        this.headless = headless;
    }

    /** Shows the core until the window closes or the process is told to end. Returns the exit code. */
    static int run(Core core, KioskOptions options, ScreenPulse pulse) {
        boolean headless = !Display.present(System.getenv(), System.getProperty("os.name", ""));
        if (headless) {
            Display.standIn();
            System.out.println("No display found: running without one. The state follows as lines.");
        }
        KioskApp app = new KioskApp(core, options, pulse, headless);
        try {
            Platform.startup(app::show);
        } catch (UnsupportedOperationException e) {
            System.err.println("The screen cannot be opened: " + e.getMessage()
                    + " On Debian: apt install libgtk-3-0 libgl1 libxxf86vm1 libxtst6. Without DISPLAY it runs without a screen.");
            return EXIT_NO_SCREEN;
        }
        int code = app.ended.join();
        app.close();
        return code;
    }

    private void show() {
        try {
            open();
        } catch (RuntimeException e) {
            ended.completeExceptionally(e);
        }
    }

    private void open() {
        Theme.loadFonts();
        openStage();
        pulse.onRebuild(() -> Platform.runLater(this::reopen));
        Optional<Report> report = headless ? Optional.of(new Report(picture())) : Optional.empty();
        pace = new Pace(new Watch(real), pulse, () -> {
            Desk shown = shown();
            shown.tick();
            firstLight.look(shown.now());
            report.ifPresent(lines -> lines.tick(shown.now(), Objects.requireNonNull(stage).getScene()));
        }, () -> shown().step(), () -> ended.complete(EXIT_SCREEN_DEAD));
        pace.start();
    }

    private Desk shown() {
        return Objects.requireNonNull(desk, "the stage is open");
    }

    private void openStage() {
        Desk made = new Desk(core, real, OwnPlaces.find(System.getenv()), options.simulated());
        if (!headless) {
            made.animate();
        }
        Stage opened = new Stage();
        KioskOptions.Window size = options.window().orElseGet(this::whole);
        Scene scene = made.scene(size.width(), size.height());
        opened.setTitle("PiGenny");
        if (options.window().isEmpty()) {
            opened.initStyle(StageStyle.UNDECORATED);
            opened.setX(0);
            opened.setY(0);
            scene.setCursor(options.simulated() ? Cursor.DEFAULT : Cursor.NONE);
        }
        opened.setScene(scene);
        opened.setOnHidden(event -> ended.complete(0));
        opened.show();
        desk = made;
        stage = opened;
    }

    /** The supervisor builds the screen anew: the new stage is up before the old one goes. */
    private void reopen() {
        Stage old = stage;
        Desk oldDesk = desk;
        openStage();
        if (old != null) {
            old.setOnHidden(null);
            old.close();
        }
        if (oldDesk != null) {
            oldDesk.close();
        }
    }

    private KioskOptions.Window whole() {
        if (headless) {
            return new KioskOptions.Window(800, 480);
        }
        return DisplayService.create()
                .map(DisplayService::getScreenResolution)
                .map(size -> new KioskOptions.Window((int) size.getWidth(), (int) size.getHeight()))
                .orElseGet(KioskApp::primary);
    }

    private static KioskOptions.Window primary() {
        var bounds = Screen.getPrimary().getBounds();
        return new KioskOptions.Window((int) bounds.getWidth(), (int) bounds.getHeight());
    }

    private static Path picture() {
        String home = System.getenv().getOrDefault("PIGENNY_HOME", "");
        return home.isEmpty()
                ? Path.of(System.getProperty("java.io.tmpdir", "/tmp"), "pigenny-home.png")
                : Path.of(home, "pictures", "home.png");
    }

    private void close() {
        if (pace != null) {
            pace.close();
        }
        if (desk != null) {
            desk.close();
        }
        LifecycleService.create().ifPresentOrElse(LifecycleService::shutdown, Platform::exit);
    }
}
