// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.model.settings;

import java.time.Duration;

/** `[relay]` */
public record RelaySettings(String host, int port, String keyFile, Duration healthInterval) {
    public static RelaySettings defaults() {
        return new RelaySettings("10.2.242.109", 9999, "", Duration.ofHours(1));
    }
}
