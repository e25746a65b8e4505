// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.config;

import static org.pigenny.core.config.Keys.choice;
import static org.pigenny.core.config.Keys.flag;
import static org.pigenny.core.config.Keys.number;
import static org.pigenny.core.config.Keys.seconds;
import static org.pigenny.core.config.Keys.text;
import static org.pigenny.core.config.Keys.whole;

import java.util.List;

/** `[inverter]`, `[relay]`, `[logging]`, `[site]`, and what the platform itself needs. */
final class PlantKeys {
    private PlantKeys() {}

    static List<Key> devices() {
        return List.of(choice("inverter.profile", "luxpower", "luxpower", "eg4_offgrid"),
                choice("inverter.connection", "serial", "serial", "tcp", "rtu_over_tcp"),
                text("inverter.port", "/dev/ttySC1"), whole("inverter.baud", 19200, "baud", 300, 921_600),
                whole("inverter.slave", 1, "", 1, 247), seconds("inverter.timeout_s", 1, 0.01, 60),
                whole("inverter.retries", 1, "", 0, 10), whole("inverter.max_registers", 20, "", 1, 125),
                flag("inverter.rs485.mode", true), flag("inverter.rs485.active_high", true),
                whole("inverter.rs485.delay_before_us", 0, "µs", 0, 1_000_000),
                whole("inverter.rs485.delay_after_us", 0, "µs", 0, 1_000_000), text("inverter.host", ""),
                whole("inverter.tcp_port", 502, "", 1, 65535),
                new Key("relay.host", new Kind.Text(false), "10.2.242.109", ""),
                whole("relay.port", 9999, "", 1, 65535), text("relay.key_file", ""),
                seconds("relay.health_interval_s", 3600, 1, Keys.LONGEST_S));
    }

    static List<Key> records() {
        return List.of(text("logging.csv_dir", "/var/log/pigenny"),
                seconds("logging.csv_interval_s", 600, 1, 86_400), whole("logging.retention_days", 7, "d", 1, 3650),
                flag("logging.record_decisions", false));
    }

    static List<Key> platform() {
        return List.of(text("site.name", ""), new Key("site.time_zone", new Kind.Zone(), "", ""),
                choice("site.operation_mode", "generator_autostart", "generator_autostart"),
                new Key("health.ports", new Kind.Ports(5), "8081, 8082, 8083, 8084, 8085", ""),
                seconds("health.service_gap_s", 2, 0, 60), seconds("health.first_probe_s", 2, 0, 30),
                flag("safe_mode.enabled", true),
                choice("safe_mode.type", "time_based", "time_based", "rolling_average"),
                seconds("safe_mode.timeout_s", 30, 5, 300),
                number("safe_mode.rolling_window_min", 3, "min", 0.1, 1440),
                number("safe_mode.threshold_pct", 80, "%", 0, 100),
                number("safe_mode.power_limit_kw", 0, "kW", 0, 100_000),
                choice("safe_mode.running_generator", "cooldown", "cooldown", "hold"),
                choice("kiosk.theme", "auto", "auto", "day", "night"), choice("kiosk.language", "en", "en", "de"),
                whole("kiosk.brightness_pct", 100, "%", 10, 100),
                whole("kiosk.brightness_night_pct", 50, "%", 5, 100), seconds("kiosk.dim_after_s", 180, 10, 86_400),
                seconds("kiosk.home_after_s", 60, 10, 3600), text("kiosk.backlight", ""), flag("kiosk.sound", true),
                flag("admin.enabled", true), text("admin.listen", "127.0.0.1"), whole("admin.port", 8086, "", 0, 65535),
                seconds("heartbeat.interval_s", 30, 1, 86_400), flag("heartbeat.to_file", true),
                flag("commissioning.required", false));
    }
}
