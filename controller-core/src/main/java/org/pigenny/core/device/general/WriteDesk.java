// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.general;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.model.DeviceWrite;
import org.pigenny.core.model.DeviceWrite.Result;

/** Writes that wait for the bus: one for each target, the latest. Anybody may hand one in; the device's thread takes them. */
final class WriteDesk {
    record Waiting(DeviceWrite write, Consumer<Result> result) {}

    private final Map<String, Waiting> waiting = new LinkedHashMap<>();

    void put(DeviceWrite write, Consumer<Result> result) {
        @Nullable
        Waiting old;
        synchronized (this) {
            old = waiting.put(write.target(), new Waiting(write, result));
        }
        if (old != null) {
            old.result().accept(new Result.Superseded());
        }
    }

    /** The next that has not expired; those that have are told so. */
    Optional<Waiting> take(long nowNanos) {
        while (true) {
            Waiting next;
            synchronized (this) {
                if (waiting.isEmpty()) {
                    return Optional.empty();
                }
                String target = waiting.keySet().iterator().next();
                next = Objects.requireNonNull(waiting.remove(target));
            }
            if (nowNanos - next.write().expiresAtNanos() <= 0) {
                return Optional.of(next);
            }
            next.result().accept(new Result.Expired());
        }
    }
}
