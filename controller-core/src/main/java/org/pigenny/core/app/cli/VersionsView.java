// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.pigenny.core.config.SettingsStore;
import org.pigenny.core.config.Version;
import org.pigenny.core.time.SystemTime;

/** The kept versions of the settings as lines. */
final class VersionsView {
    private final Path folder;

    VersionsView(Path folder) {
        this.folder = folder;
    }

    void print(PrintWriter out) {
        SettingsStore store = new SettingsStore(
                new SettingsStore.Place(Optional.empty(), true, Map.of(), Map.of(), folder), new SystemTime());
        if (store.versions().isEmpty()) {
            out.println("No versions: nothing was changed on the screen or over the administration.");
        }
        for (Version version : store.versions()) {
            out.println(version.id() + "  by " + version.origin());
            version.changes()
                    .forEach(
                            change -> out
                                    .println("    " + change.key() + " " + change.before() + " → " + change.after()));
        }
    }
}
