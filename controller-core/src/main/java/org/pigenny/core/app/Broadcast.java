// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.api.CoreSnapshot;
import org.pigenny.core.state.Published;

/** Hands each new picture of everything to the records, the state files and whoever subscribed, in this order. */
final class Broadcast {
    private final CoreState state;
    private final Mirrored mirrored;
    private final SettingsKeeper keeper;
    private final VitalSigns signs;
    private final Supplier<List<Map<String, @Nullable Object>>> sent;
    private final Supplier<List<Map<String, @Nullable Object>>> written;
    private final Published<CoreSnapshot> published;

    /**
     * @param sent to the relay server, newest commands
     * @param written to devices, newest commands
     */
    Broadcast(CoreState state, Mirrored mirrored, SettingsKeeper keeper, VitalSigns signs,
            Supplier<List<Map<String, @Nullable Object>>> sent, Supplier<List<Map<String, @Nullable Object>>> written) {
        this.state = state;
        this.mirrored = mirrored;
        this.keeper = keeper;
        this.signs = signs;
        this.sent = sent;
        this.written = written;
        published = new Published<>(state.snapshot());
    }

    void publish() {
        CoreSnapshot now = state.snapshot();
        state.log.accept(now);
        mirrored.offer(now, state.settings.get(), keeper.status(),
                Stream.concat(sent.get().stream(), written.get().stream()).toList(), signs.age());
        published.set(now);
    }

    /** What was published, as it changes. */
    Published<CoreSnapshot> published() {
        return published;
    }
}
