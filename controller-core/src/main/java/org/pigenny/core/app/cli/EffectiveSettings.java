// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.cli;

import java.util.Map;
import org.pigenny.core.app.Home;
import org.pigenny.core.config.SettingsLoader;
import org.pigenny.core.model.settings.Settings;

/** The settings that a running core would have, for the commands that work without one. */
final class EffectiveSettings {
    private EffectiveSettings() {}

    static Settings of(SettingsOptions options) {
        Map<String, String> environment = System.getenv();
        Home home = Home.of(environment);
        return new SettingsLoader().load(options.file().or(home::presentSettingsFile), environment, options.overrides())
                .effective()
                .settings();
    }
}
