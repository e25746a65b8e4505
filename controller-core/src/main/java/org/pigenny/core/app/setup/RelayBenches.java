// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.setup;

import java.util.Optional;
import org.pigenny.core.api.Commissioning.Bench;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.settings.RelaySettings;
import org.pigenny.core.time.SystemTime;

/** Opens the way to the relays over a connection of this process. */
public final class RelayBenches {
    private RelayBenches() {}

    /**
     * @param isolated the person has said that the engine is isolated; refused without
     * @param closed told once it is closed
     */
    public static Bench open(boolean isolated, RelaySettings settings, Runnable closed) {
        if (!isolated) {
            return new Bench.Refused(Message.of("setup.wiring.isolate_first"));
        }
        RelayBench bench = new RelayBench(settings, new SystemTime(), closed);
        Optional<Message> trouble = bench.open();
        return trouble.isPresent() ? new Bench.Refused(trouble.get()) : new Bench.Ready(bench);
    }
}
