// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.setup;

import java.util.List;
import org.pigenny.core.api.SettingsPort.Entry;
import org.pigenny.core.config.Effective;
import org.pigenny.core.text.Phrases;

/** Effective settings as a person sees them. */
public final class Entries {
    private Entries() {}

    public static List<Entry> of(Effective effective, Phrases words) {
        return effective.values()
                .values()
                .stream()
                .map(value -> new Entry(value.key().name(), value.text(), value.key().fallback(), value.key().unit(),
                        value.source().word(), words.say(value.key().allowed())))
                .toList();
    }
}
