// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.pigenny.core.model.Loop;
import org.pigenny.core.system.Timings;
import org.pigenny.core.time.SystemTime;
import org.pigenny.core.time.TimeSource;

/**
 * How to start a core.
 *
 * @param settingsFile read instead of the one of the home
 * @param environment variables of the process
 * @param overrides `--set` and its short forms; the demo adds those of its plant
 * @param plant time of the plant; scaled in the demo
 * @param real time of this process
 * @param timings of the supervisor; the delays that are settings replace those given here
 * @param parts devices and records; the real ones unless a test says otherwise
 * @param halt ends the process at once
 * @param screen makes the loop of the screen, the sixth service; empty without a screen
 */
public record CoreOptions(Home home, Optional<Path> settingsFile, Map<String, String> environment,
        Map<String, String> overrides, TimeSource plant, TimeSource real, Timings timings, Parts parts,
        IntConsumer halt, Optional<Supplier<Loop>> screen) {
    public CoreOptions {
        environment = Map.copyOf(environment);
        overrides = Map.copyOf(overrides);
    }

    /** Of this process: its environment, the machine's time, the real devices. */
    public static CoreOptions ofProcess() {
        TimeSource time = new SystemTime();
        Map<String, String> environment = System.getenv();
        return new CoreOptions(Home.of(environment), Optional.empty(), environment, Map.of(), time, time,
                Timings.CONTRACT, new RealParts(), Runtime.getRuntime()::halt, Optional.empty());
    }

    public CoreOptions withHome(Home other) {
        return new CoreOptions(other, settingsFile, environment, overrides, plant, real, timings, parts, halt, screen);
    }

    public CoreOptions withSettingsFile(Path file) {
        return new CoreOptions(home, Optional.of(file), environment, overrides, plant, real, timings, parts, halt,
                screen);
    }

    /** Adds to the overrides; the ones given here win. */
    public CoreOptions withOverrides(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(overrides);
        all.putAll(more);
        return new CoreOptions(home, settingsFile, environment, all, plant, real, timings, parts, halt, screen);
    }

    public CoreOptions withPlantTime(TimeSource time) {
        return new CoreOptions(home, settingsFile, environment, overrides, time, real, timings, parts, halt, screen);
    }

    public CoreOptions withTimings(Timings other) {
        return new CoreOptions(home, settingsFile, environment, overrides, plant, real, other, parts, halt, screen);
    }

    public CoreOptions withParts(Parts other) {
        return new CoreOptions(home, settingsFile, environment, overrides, plant, real, timings, other, halt, screen);
    }

    public CoreOptions withEnvironment(Map<String, String> other) {
        return new CoreOptions(home, settingsFile, other, overrides, plant, real, timings, parts, halt, screen);
    }

    public CoreOptions withHalt(IntConsumer other) {
        return new CoreOptions(home, settingsFile, environment, overrides, plant, real, timings, parts, other, screen);
    }

    /** @param loop makes the screen's loop anew at each start of its service */
    public CoreOptions withScreen(Supplier<Loop> loop) {
        return new CoreOptions(home, settingsFile, environment, overrides, plant, real, timings, parts, halt,
                Optional.of(loop));
    }
}
