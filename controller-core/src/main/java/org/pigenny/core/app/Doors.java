// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import java.io.IOException;
import java.util.Optional;
import org.pigenny.core.app.admin.AdminPages;
import org.pigenny.core.app.admin.AdminServer;
import org.pigenny.core.model.Event;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Severity;
import org.pigenny.core.system.AuditLog;

/** The ways into a running core from outside its process: the local socket, the administration. */
final class Doors implements AutoCloseable {
    private final CoreOptions options;
    private final CoreState state;
    private final ControlSocket socket;
    private final AdminServer admin;

    Doors(CoreOptions options, CoreState state, CommandDoor door, CoreSettings settings, AuditLog audit) {
        this.options = options;
        this.state = state;
        socket = new ControlSocket(options.home().socket(), door);
        admin = new AdminServer(state.settings().admin(), options.home().data().resolve("admin.token"),
                new AdminPages(door, settings, audit), options.real());
    }

    /** An administration that cannot be opened is told, and harms nothing else. */
    void open() {
        socket.open();
        try {
            admin.open();
        } catch (IOException e) {
            state.events.record(new Event(options.plant().wall(), Event.Kind.SYSTEM, Severity.WARNING,
                    Message.of("admin.closed", state.settings().admin().listen(),
                            Integer.toString(state.settings().admin().port()), String.valueOf(e.getMessage())),
                    Optional.empty(), Origin.CORE));
        }
    }

    /** Port of the administration; 0 while it is closed. */
    int adminPort() {
        return admin.port();
    }

    @Override
    public void close() {
        socket.close();
        admin.close();
    }
}
