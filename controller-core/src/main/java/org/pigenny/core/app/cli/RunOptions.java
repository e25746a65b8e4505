// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.cli;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.app.CoreOptions;
import org.pigenny.core.app.demo.Launch;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of a running core, the same with and without a screen. */
public final class RunOptions {
    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Option(names = "--demo", description = "Run on a simulated plant: nothing real is touched.")
    private boolean demo;

    @Option(names = "--replay", paramLabel = "FILE", description = "Show a recorded day or register scan through the simulated inverter.")
    private @Nullable Path replay;

    @Option(names = "--speed", paramLabel = "N", description = "Let the plant's time run N times as fast, with --demo (default: 30) or --replay (60).")
    private @Nullable Double speed;

    /** The options of this process with those of the command line over them, and the plant that they ask for, started. */
    public Launch launch() throws InterruptedException {
        CoreOptions options = settings.apply(CoreOptions.ofProcess());
        if (speed != null && !(speed >= 0.01 && speed <= 100_000)) {
            throw CliException.wrongLine("--speed " + speed + " is not within 0.01 to 100000.");
        }
        if (demo || replay != null) {
            return simulated(options);
        }
        if (speed != null) {
            throw CliException.wrongLine("--speed goes with --demo or --replay: a real engine is not to be hurried.");
        }
        return Launch.real(options);
    }

    private Launch simulated(CoreOptions options) throws InterruptedException {
        try {
            return Launch.simulated(options, Optional.ofNullable(speed), Optional.ofNullable(replay));
        } catch (NoSuchFileException e) {
            throw CliException.wrongLine("--replay: there is no file " + e.getMessage());
        } catch (IOException | IllegalArgumentException e) {
            throw new CliException("The simulated plant cannot be started: " + e.getMessage());
        }
    }
}
