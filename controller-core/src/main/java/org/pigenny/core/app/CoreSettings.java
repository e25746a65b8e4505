// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.pigenny.core.api.SettingsPort;
import org.pigenny.core.config.Effective;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Outcome;
import org.pigenny.core.text.Phrases;

/** Settings as a screen sees them. */
final class CoreSettings implements SettingsPort {
    private final Supplier<Effective> effective;

    CoreSettings(Supplier<Effective> effective) {
        this.effective = effective;
    }

    @Override
    public List<Entry> entries() {
        Effective now = effective.get();
        Phrases words = new Phrases(Locale.forLanguageTag(now.settings().kiosk().language()),
                now.settings().site().zone());
        return now.values()
                .values()
                .stream()
                .map(value -> new Entry(value.key().name(), value.text(), value.key().fallback(), value.key().unit(),
                        value.source().word(), words.say(value.key().allowed())))
                .toList();
    }

    @Override
    public Outcome change(Map<String, String> changes, Origin origin) {
        return new Outcome.Refused(Message.of("refused.not_ready"));
    }

    @Override
    public List<Version> versions() {
        return List.of();
    }

    @Override
    public Outcome rollBack(String versionId, Origin origin) {
        return new Outcome.Refused(Message.of("refused.not_ready"));
    }
}
