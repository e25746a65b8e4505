// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.model.settings;

import java.util.List;

/** All effective settings. Built by the configuration layer alone; defaults are those of generator-control.md 3. */
public record Settings(GeneratorSettings generator, InverterSettings inverter, RelaySettings relay,
        LoggingSettings logging, SiteSettings site, HealthSettings health, SafeModeSettings safeMode,
        KioskSettings kiosk, EngineSettings engine, AdminSettings admin, HeartbeatSettings heartbeat,
        CommissioningSettings commissioning, List<SiteDevice> devices) {
    public Settings {
        devices = List.copyOf(devices);
    }

    /** Of an appliance that need not be commissioned, at a site that has inverter and relay server alone. */
    public Settings(GeneratorSettings generator, InverterSettings inverter, RelaySettings relay,
            LoggingSettings logging, SiteSettings site, HealthSettings health, SafeModeSettings safeMode,
            KioskSettings kiosk, EngineSettings engine, AdminSettings admin, HeartbeatSettings heartbeat) {
        this(generator, inverter, relay, logging, site, health, safeMode, kiosk, engine, admin, heartbeat,
                CommissioningSettings.defaults(), List.of());
    }

    public static Settings defaults() {
        return new Settings(GeneratorSettings.defaults(), InverterSettings.defaults(), RelaySettings.defaults(),
                LoggingSettings.defaults(), SiteSettings.defaults(), HealthSettings.defaults(),
                SafeModeSettings.defaults(), KioskSettings.defaults(), EngineSettings.defaults(),
                AdminSettings.defaults(), HeartbeatSettings.defaults());
    }
}
