// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where the appliance keeps its files (operations.md). `PIGENNY_HOME` moves all of it under one folder.
 *
 * @param settings folder of settings.toml
 * @param data what must survive a reboot
 * @param state JSON mirror of the state; in memory (tmpfs) on the appliance
 * @param logs daily CSV files
 * @param moved whether everything is under one folder of its own
 */
public record Home(Path settings, Path data, Path state, Path logs, boolean moved) {
    public static final String VARIABLE = "PIGENNY_HOME";

    public static Home of(Map<String, String> environment) {
        String home = environment.get(VARIABLE);
        return home == null || home.isBlank() ? appliance() : under(Path.of(home));
    }

    public static Home under(Path folder) {
        Path root = folder.toAbsolutePath().normalize();
        return new Home(root.resolve("settings"), root.resolve("data"), root.resolve("state"), root.resolve("logs"),
                true);
    }

    private static Home appliance() {
        Path data = Path.of("/var/lib/pigenny");
        Path run = Path.of("/run/pigenny");
        return new Home(Path.of("/etc/pigenny"), data,
                Files.isDirectory(run) ? run.resolve("state") : data.resolve("run"), Path.of("/var/log/pigenny"),
                false);
    }

    public Path settingsFile() {
        return settings.resolve("settings.toml");
    }

    /** The settings file when there is one. */
    public Optional<Path> presentSettingsFile() {
        return Files.exists(settingsFile()) ? Optional.of(settingsFile()) : Optional.empty();
    }

    public Path durableState() {
        return data.resolve("state");
    }

    public Path versions() {
        return data.resolve("settings");
    }

    public Path database() {
        return data.resolve("controller.db");
    }

    /** What belongs to the screen alone, such as the installer's PIN. */
    public Path screen() {
        Path parent = data.getParent();
        return moved && parent != null ? parent.resolve("kiosk") : data.resolve("kiosk");
    }

    /** Reports of commissionings. */
    public Path commissioningReports() {
        return data.resolve("commissioning");
    }

    /** Inputs and decisions, while they are recorded. */
    public Path recordings() {
        return data.resolve("recordings");
    }

    public Path socket() {
        return state.resolve("control.sock");
    }
}
