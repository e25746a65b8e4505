// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where things are (operations.md): under {@code PIGENNY_HOME} when that is set, otherwise in the system's places. */
record Paths(Optional<String> home) {
    static Paths ofEnvironment() {
        return new Paths(Optional.ofNullable(System.getenv("PIGENNY_HOME")).filter(text -> !text.isBlank()));
    }

    private Path at(String absolute) {
        return home.map(root -> Path.of(root).resolve(absolute.substring(1))).orElseGet(() -> Path.of(absolute));
    }

    Path stateDir(Options options) {
        return options.stateDir().map(Path::of).orElseGet(() -> at("/var/lib/olimex-server"));
    }

    /** The one that was named must be there; the usual one may be absent. */
    List<Path> settings(Options options) throws SettingsException {
        if (options.settingsFile().isPresent()) {
            Path file = Path.of(options.settingsFile().get());
            if (!Files.isReadable(file)) {
                throw new SettingsException("Cannot read settings file " + file);
            }
            return List.of(file);
        }
        Path usual = at("/etc/olimex-server.properties");
        return Files.exists(usual) ? List.of(usual) : List.of();
    }

    /** A simulated engine does not write into the real one's log. */
    Path log(Settings settings, Path stateDir, Options.BoardKind board) {
        if (!settings.text(Key.LOG_FILE).isEmpty()) {
            return Path.of(settings.text(Key.LOG_FILE));
        }
        return board == Options.BoardKind.MODIO ? at("/var/log/gen_server.log") : stateDir.resolve("gen_server.log");
    }
}
