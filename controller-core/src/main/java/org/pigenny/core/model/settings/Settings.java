// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.model.settings;

/** All effective settings. Built by the configuration layer alone; defaults are those of generator-control.md 3. */
public record Settings(GeneratorSettings generator, InverterSettings inverter, RelaySettings relay,
        LoggingSettings logging, SiteSettings site, HealthSettings health, SafeModeSettings safeMode,
        KioskSettings kiosk, EngineSettings engine, AdminSettings admin, HeartbeatSettings heartbeat,
        CommissioningSettings commissioning) {
    /** Of an appliance that need not be commissioned. */
    public Settings(GeneratorSettings generator, InverterSettings inverter, RelaySettings relay,
            LoggingSettings logging, SiteSettings site, HealthSettings health, SafeModeSettings safeMode,
            KioskSettings kiosk, EngineSettings engine, AdminSettings admin, HeartbeatSettings heartbeat) {
        this(generator, inverter, relay, logging, site, health, safeMode, kiosk, engine, admin, heartbeat,
                CommissioningSettings.defaults());
    }

    public static Settings defaults() {
        return new Settings(GeneratorSettings.defaults(), InverterSettings.defaults(), RelaySettings.defaults(),
                LoggingSettings.defaults(), SiteSettings.defaults(), HealthSettings.defaults(),
                SafeModeSettings.defaults(), KioskSettings.defaults(), EngineSettings.defaults(),
                AdminSettings.defaults(), HeartbeatSettings.defaults());
    }
}
