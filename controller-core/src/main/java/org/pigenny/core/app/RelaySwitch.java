// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.json.Json;
import org.pigenny.core.model.EngineCommand;
import org.pigenny.core.model.RelayPort;
import org.pigenny.core.time.TimeSource;

/** The way to the relay client that lives now; a rebuild of the device service replaces the client behind it. */
final class RelaySwitch implements RelayPort {
    private static final int KEPT = 20;

    private @Nullable RelayPort client;
    private boolean emergencyStopOwed;
    private final Deque<Map<String, @Nullable Object>> sent = new ArrayDeque<>();
    private final TimeSource real;

    RelaySwitch(TimeSource real) {
        this.real = real;
    }

    /** The last commands, for the state file that people look at. */
    synchronized List<Map<String, @Nullable Object>> sent() {
        return List.copyOf(sent);
    }

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
        sent.addLast(
                Json.object("device_id", "relay_server", "command", command.name().toLowerCase(Locale.ROOT), "value",
                        null, "timestamp", real.wall()));
        if (sent.size() > KEPT) {
            sent.removeFirst();
        }
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
