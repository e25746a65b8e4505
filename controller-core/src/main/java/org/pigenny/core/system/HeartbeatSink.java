// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.system;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A place that heartbeats go to. */
public interface HeartbeatSink {
    String name();

    void send(Map<String, @Nullable Object> heartbeat) throws IOException;
}
