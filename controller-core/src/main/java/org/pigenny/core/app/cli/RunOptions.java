// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.cli;

import org.pigenny.core.app.CoreOptions;
import org.pigenny.core.time.ScaledTime;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of a running core, the same with and without a screen. */
public final class RunOptions {
    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Option(names = "--speed", paramLabel = "N", defaultValue = "1", description = "Let the plant's time run N times as fast (for demonstrations; default: 1).")
    private double speed = 1;

    public double speed() {
        return speed;
    }

    public SettingsOptions settings() {
        return settings;
    }

    /** The options of this process with those of the command line over them. */
    public CoreOptions coreOptions() {
        CoreOptions options = settings.apply(CoreOptions.ofProcess());
        if (!(speed >= 0.01 && speed <= 100_000)) {
            throw new CliException("--speed " + speed + " is not within 0.01 to 100000.");
        }
        return speed == 1
                ? options
                : options.withPlantTime(new ScaledTime(options.real(), speed, options.real().wall()));
    }
}
