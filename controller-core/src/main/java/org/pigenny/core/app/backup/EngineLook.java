// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.backup;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.pigenny.core.device.relay.HandsOn;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.settings.RelaySettings;
import org.pigenny.olimex.protocol.StatusKey;

/** Whether the engine may be turning, asked of the relay server itself. */
public final class EngineLook {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private EngineLook() {}

    /** Why nothing that ends the core may happen now; empty when the engine is seen standing. */
    public static Optional<Message> refusal(RelaySettings settings) {
        try (HandsOn server = new HandsOn(settings, PATIENCE)) {
            Map<StatusKey, String> status = server.status();
            String phase = status.getOrDefault(StatusKey.PHASE, "unknown");
            boolean standing = "stopped".equals(status.get(StatusKey.ENGINE))
                    && (phase.equals("off") || phase.equals("fault"));
            return standing ? Optional.empty() : Optional.of(Message.of("restore.engine_on", phase));
        } catch (IOException e) {
            return Optional.of(Message.of("restore.engine_unknown", settings.host(),
                    Integer.toString(settings.port()), BackupException.reason(e)));
        }
    }
}
