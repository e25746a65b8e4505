// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.pigenny.core.api.SettingsPort;
import org.pigenny.core.app.setup.Entries;
import org.pigenny.core.config.Key;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Outcome;
import org.pigenny.core.text.Phrases;

/** Settings as a screen sees them, in the screen's language. */
final class CoreSettings implements SettingsPort {
    private final CoreState state;
    private final SettingsKeeper keeper;

    CoreSettings(CoreState state, SettingsKeeper keeper) {
        this.state = state;
        this.keeper = keeper;
    }

    private Phrases words() {
        return new Phrases(Locale.forLanguageTag(state.settings().kiosk().language()), state.settings().site().zone());
    }

    @Override
    public List<Entry> entries() {
        return Entries.of(state.settings.get(), words());
    }

    @Override
    public String help(String key) {
        return words().say(Key.help(key));
    }

    @Override
    public Outcome change(Map<String, String> changes, Origin origin) {
        return keeper.change(changes, origin);
    }

    @Override
    public List<Version> versions() {
        return keeper.store()
                .versions()
                .stream()
                .map(version -> new Version(version.id(), version.at(), new Origin(version.origin()),
                        version.changes()
                                .stream()
                                .map(change -> new Change(change.key(), change.before(), change.after()))
                                .toList()))
                .toList();
    }

    @Override
    public Outcome rollBack(String versionId, Origin origin) {
        return keeper.rollBack(versionId, origin);
    }
}
