// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.settings;

import java.io.IOException;
import java.nio.file.Path;
import org.pigenny.core.api.PinFile;

/** The installer's PIN, in the file that `pigenny setup` writes, too. */
final class PinStore {
    private final PinFile file;

    PinStore(Path folder) {
        file = new PinFile(folder);
    }

    boolean isSet() {
        return file.isSet();
    }

    void set(String pin) throws IOException {
        file.set(pin);
    }

    /** A damaged file opens for nobody. */
    boolean matches(String pin) throws IOException {
        return file.matches(pin);
    }
}
