// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.app;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.pigenny.core.api.Core;
import org.pigenny.core.app.CoreBusyException;
import org.pigenny.core.app.CoreOptions;
import org.pigenny.core.app.Logs;
import org.pigenny.core.app.demo.Launch;
import org.pigenny.core.model.Loop;
import org.pigenny.core.model.Message;

/** The control core in the screen's own process, on the real plant or on a simulated one. */
final class CoreOfThisProcess implements CoreStarter {
    @Override
    public Running start(KioskOptions asked, Supplier<Loop> screen) throws CannotStart {
        Logs.setUp(System.getenv());
        try {
            Launch launch = launch(asked, options(asked).withScreen(screen));
            Thread atExit = Thread.ofPlatform().name("shutdown").unstarted(launch::close);
            Runtime.getRuntime().addShutdownHook(atExit);
            return new Started(launch);
        } catch (CoreBusyException e) {
            throw new CannotStart(Message.of("ui.start.busy", String.valueOf(e.getMessage())));
        } catch (NoSuchFileException e) {
            throw new CannotStart(Message.of("ui.start.no_recording", String.valueOf(e.getMessage())));
        } catch (IOException | IllegalArgumentException e) {
            throw new CannotStart(Message.of("ui.start.no_plant", String.valueOf(e.getMessage())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart(Message.of("ui.start.no_plant", "interrupted"));
        }
    }

    private static Launch launch(KioskOptions asked, CoreOptions options) throws IOException, InterruptedException {
        Optional<Double> speed = asked.speed().isPresent()
                ? Optional.of(asked.speed().getAsDouble())
                : Optional.empty();
        return asked.simulated() ? Launch.simulated(options, speed, asked.replay()) : Launch.real(options);
    }

    private static CoreOptions options(KioskOptions asked) throws CannotStart {
        CoreOptions options = CoreOptions.ofProcess().withOverrides(overrides(asked));
        return asked.settings().map(options::withSettingsFile).orElse(options);
    }

    private static Map<String, String> overrides(KioskOptions asked) throws CannotStart {
        Map<String, String> all = new LinkedHashMap<>();
        for (String word : asked.overrides()) {
            int at = word.indexOf('=');
            if (at < 1) {
                throw new CannotStart(Message.of("ui.start.bad_set", word));
            }
            all.put(word.substring(0, at).trim(), word.substring(at + 1).trim());
        }
        return all;
    }

    /** Closing twice is harmless: the hook at the end of the process does it again. */
    private record Started(Launch launch) implements Running {
        @Override
        public Core core() {
            return launch.core();
        }

        @Override
        public void close() {
            launch.close();
        }
    }
}
