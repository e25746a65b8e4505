// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.setup;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.pigenny.core.api.Commissioning;
import org.pigenny.core.api.SettingsPort;
import org.pigenny.core.app.Home;
import org.pigenny.core.app.HomeLock;
import org.pigenny.core.app.Versions;
import org.pigenny.core.config.SettingsStore;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Outcome;
import org.pigenny.core.model.settings.Settings;
import org.pigenny.core.state.SharedState;
import org.pigenny.core.text.Phrases;
import org.pigenny.core.time.SystemTime;
import org.pigenny.core.time.TimeSource;

/** The steps without a running core, which cannot start meanwhile. */
public final class LocalDesk implements SetupDesk {
    private final HomeLock lock;
    private final SettingsStore store;
    private final Commissioner walk;
    private final TimeSource real = new SystemTime();

    /** @throws org.pigenny.core.app.CoreBusyException when a core runs on this home */
    public LocalDesk(Home home, SettingsStore.Place place) {
        lock = HomeLock.take(home);
        store = new SettingsStore(place, real);
        CommissioningBook book = new CommissioningBook(new SharedState(home.durableState(), real), real, event -> {},
                () -> now().commissioning().required());
        walk = new Commissioner(book, this::now, settings(),
                new Commissioner.Place(home.screen(), home.commissioningReports(), Versions.PROGRAM),
                ports -> PortSearch.run(now().inverter(), real, ports, () -> {}), Commissioner.Controller.none(), real);
    }

    private Settings now() {
        return store.effective().settings();
    }

    @Override
    public Commissioning walk() {
        return walk;
    }

    @Override
    public SettingsPort settings() {
        return new SettingsPort() {
            @Override
            public List<Entry> entries() {
                return Entries.of(store.effective(), new Phrases(Locale.ENGLISH, ZoneOffset.UTC));
            }

            @Override
            public Outcome change(Map<String, String> changes, Origin origin) {
                return store.change(changes, origin);
            }

            @Override
            public List<Version> versions() {
                return List.of();
            }

            @Override
            public Outcome rollBack(String versionId, Origin origin) {
                return store.rollBack(versionId, origin);
            }
        };
    }

    /** The one file of settings that the walk reads, with what this process was told. */
    public static SettingsStore.Place place(Home home, Map<String, String> environment,
            Map<String, String> overrides) {
        return new SettingsStore.Place(Optional.of(home.settingsFile()), true, environment, overrides,
                home.versions());
    }

    @Override
    public void close() {
        lock.close();
    }
}
