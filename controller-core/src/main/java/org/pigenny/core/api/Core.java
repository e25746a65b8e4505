// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.api;

import java.util.Optional;
import java.util.function.Consumer;
import org.pigenny.core.model.Command;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Outcome;

/** The core as a screen sees it: snapshots out, commands in, history on request. All calls return at once but history's. */
public interface Core {
    CoreSnapshot snapshot();

    /** Calls back on a core thread after every change, at most a few times a second; the callee must not block. */
    Subscription subscribe(Consumer<CoreSnapshot> listener);

    /** Judged at once by the control core; the outcome says why when it refuses. */
    Outcome submit(Command command, Origin origin);

    History history();

    SettingsPort settings();

    /** Checks and care of the appliance, where the core offers them. */
    default Optional<Workshop> workshop() {
        return Optional.empty();
    }

    /** The first steps of a new appliance, where the core offers them. */
    default Optional<Commissioning> commissioning() {
        return Optional.empty();
    }

    /** Settings and data to a stick and back, where the core offers it. */
    default Optional<Backups> backups() {
        return Optional.empty();
    }

    /** Ends a subscription. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
