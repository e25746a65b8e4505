// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.setup;

import org.pigenny.core.api.Commissioning;
import org.pigenny.core.api.SettingsPort;

/** What the walk in the terminal works on: a running core, or the files of one that does not run. */
public interface SetupDesk extends AutoCloseable {
    Commissioning walk();

    SettingsPort settings();

    @Override
    void close();
}
