// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.app;

import com.gluonhq.attach.storage.StorageService;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.pigenny.core.app.Home;
import org.pigenny.kiosk.frame.Places;

/** Finds the screen's places on this machine. {@code PIGENNY_HOME} moves what is its own. */
final class OwnPlaces {
    private static final List<Path> STICKS = List.of(Path.of("/media"), Path.of("/media/kiosk"),
            Path.of("/run/media/kiosk"), Path.of("/run/media/" + System.getProperty("user.name", "kiosk")));

    private OwnPlaces() {}

    static Places find(Map<String, String> environment) {
        Home home = Home.of(environment);
        // With the other data when there is such a place, so that `pigenny setup` and backups find it.
        boolean shared = home.moved() || Files.isWritable(home.data());
        Path own = shared ? home.screen() : privateStorage().resolve("pigenny");
        return new Places(own, STICKS, Path.of("/sys/class/backlight"), Path.of("/"));
    }

    private static Path privateStorage() {
        return StorageService.create()
                .flatMap(StorageService::getPrivateStorage)
                .map(File::toPath)
                .orElseGet(() -> Path.of(System.getProperty("user.home", ".")));
    }
}
