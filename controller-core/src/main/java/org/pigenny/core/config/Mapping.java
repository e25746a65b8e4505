// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.config;

import java.time.Duration;
import org.pigenny.core.model.settings.AdminSettings;
import org.pigenny.core.model.settings.CommissioningSettings;
import org.pigenny.core.model.settings.HealthSettings;
import org.pigenny.core.model.settings.HeartbeatSettings;
import org.pigenny.core.model.settings.InverterSettings;
import org.pigenny.core.model.settings.KioskSettings;
import org.pigenny.core.model.settings.LoggingSettings;
import org.pigenny.core.model.settings.RelaySettings;
import org.pigenny.core.model.settings.SafeModeSettings;
import org.pigenny.core.model.settings.Settings;
import org.pigenny.core.model.settings.SiteSettings;

/** From keys to the records that the rest of the program reads. */
final class Mapping {
    private Mapping() {}

    static Settings settings(Values v) {
        return new Settings(GeneratorMapping.generator(v), inverter(v), relay(v), logging(v), site(v), health(v),
                safeMode(v), kiosk(v),
                GeneratorMapping.engine(v),
                new AdminSettings(v.flag("admin.enabled"), v.text("admin.listen"), v.whole("admin.port")),
                new HeartbeatSettings(v.seconds("heartbeat.interval_s"), v.flag("heartbeat.to_file")),
                new CommissioningSettings(v.flag("commissioning.required")),
                DeviceMapping.devices(v));
    }

    private static KioskSettings kiosk(Values v) {
        return new KioskSettings(v.text("kiosk.theme"), v.text("kiosk.language"), v.whole("kiosk.brightness_pct"),
                v.whole("kiosk.brightness_night_pct"), v.seconds("kiosk.dim_after_s"), v.seconds("kiosk.home_after_s"),
                v.text("kiosk.backlight"), v.flag("kiosk.sound"));
    }

    private static InverterSettings inverter(Values v) {
        return new InverterSettings(v.text("inverter.profile"),
                v.choice("inverter.connection", InverterSettings.Connection.class), v.text("inverter.port"),
                v.whole("inverter.baud"), v.whole("inverter.slave"), v.seconds("inverter.timeout_s"),
                v.whole("inverter.retries"), v.whole("inverter.max_registers"),
                new InverterSettings.Rs485(v.flag("inverter.rs485.mode"), v.flag("inverter.rs485.active_high"),
                        v.whole("inverter.rs485.delay_before_us"), v.whole("inverter.rs485.delay_after_us")),
                v.text("inverter.host"), v.whole("inverter.tcp_port"));
    }

    private static RelaySettings relay(Values v) {
        return new RelaySettings(v.text("relay.host"), v.whole("relay.port"), v.text("relay.key_file"),
                v.seconds("relay.health_interval_s"));
    }

    private static LoggingSettings logging(Values v) {
        return new LoggingSettings(v.text("logging.csv_dir"), v.seconds("logging.csv_interval_s"),
                v.whole("logging.retention_days"), v.flag("logging.record_decisions"));
    }

    private static SiteSettings site(Values v) {
        return new SiteSettings(v.text("site.name"), v.text("site.time_zone"), v.text("site.operation_mode"));
    }

    private static HealthSettings health(Values v) {
        return new HealthSettings(v.ports("health.ports"), v.seconds("health.service_gap_s"),
                v.seconds("health.first_probe_s"));
    }

    private static SafeModeSettings safeMode(Values v) {
        Duration window = Duration.ofMillis(Math.round(v.number("safe_mode.rolling_window_min") * 60_000));
        return new SafeModeSettings(v.flag("safe_mode.enabled"),
                v.choice("safe_mode.type", SafeModeSettings.Type.class), v.seconds("safe_mode.timeout_s"), window,
                v.number("safe_mode.threshold_pct"), v.number("safe_mode.power_limit_kw"),
                v.choice("safe_mode.running_generator", SafeModeSettings.Running.class));
    }
}
