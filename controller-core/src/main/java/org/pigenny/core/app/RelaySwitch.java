// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import org.jspecify.annotations.Nullable;
import org.pigenny.core.model.EngineCommand;
import org.pigenny.core.model.RelayPort;

/** The way to the relay client that lives now; a rebuild of the device service replaces the client behind it. */
final class RelaySwitch implements RelayPort {
    private @Nullable RelayPort client;
    private boolean emergencyStopOwed;

    synchronized void connect(RelayPort next) {
        client = next;
        if (emergencyStopOwed) {
            emergencyStopOwed = false;
            next.submit(EngineCommand.EMERGENCY_STOP);
        }
    }

    /** Without a client only an emergency stop is kept; control repeats what it still wants of the rest. */
    @Override
    public synchronized void submit(EngineCommand command) {
        if (client != null) {
            client.submit(command);
        } else if (command == EngineCommand.EMERGENCY_STOP) {
            emergencyStopOwed = true;
        }
    }

    @Override
    public synchronized void renew() {
        if (client != null) {
            client.renew();
        }
    }
}
