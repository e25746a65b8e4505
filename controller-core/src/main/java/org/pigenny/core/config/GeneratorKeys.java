// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.config;

import static org.pigenny.core.config.Keys.choice;
import static org.pigenny.core.config.Keys.flag;
import static org.pigenny.core.config.Keys.number;
import static org.pigenny.core.config.Keys.seconds;
import static org.pigenny.core.config.Keys.whole;

import java.util.ArrayList;
import java.util.List;

/** `[generator]` and the tables under it, and `[engine]` (generator-control.md 3 and 9). */
final class GeneratorKeys {
    /** The relay server locks out after three failed attempts in a row; the controller may not allow more. */
    private static final int SERVER_MAX_ATTEMPTS = 3;

    private GeneratorKeys() {}

    static List<Key> all() {
        List<Key> keys = new ArrayList<>(general());
        keys.addAll(condition("soc", "%", true, 40, 80, 0, 0, 100));
        keys.addAll(quiet("soc", "%", 40, 80, 100));
        keys.addAll(condition("voltage", "V", false, 46, 53, 120, 60, 1000));
        keys.addAll(quiet("voltage", "V", 46, 53, 1000));
        keys.add(number("generator.voltage.emergency", 44, "V", 0, 1000));
        keys.add(seconds("generator.voltage.emergency_delay_s", 120));
        keys.addAll(condition("load", "W", false, 6000, 2000, 60, 60, 1_000_000));
        keys.addAll(quiet("load", "W", 8000, 3000, 1_000_000));
        keys.addAll(condition("current", "A", false, 120, 60, 60, 60, 10_000));
        keys.addAll(quiet("current", "A", 160, 80, 10_000));
        keys.addAll(condition("inverter_temperature", "°C", false, 70, 60, 60, 60, 200));
        keys.addAll(schedules());
        keys.addAll(watch());
        keys.addAll(engine());
        return keys;
    }

    private static List<Key> general() {
        return List.of(flag("generator.autostart", true), seconds("generator.poll_interval_s", 30, 0.1, 3600),
                whole("generator.max_start_attempts", 3, "", 1, SERVER_MAX_ATTEMPTS),
                seconds("generator.retry_after_error_s", 0), seconds("generator.min_run_s", 0),
                seconds("generator.max_run_s", 14400), seconds("generator.min_rest_s", 0),
                whole("generator.max_starts_per_day", 0, "", 0, 1000), seconds("generator.manual_stop_hold_s", 1800),
                seconds("generator.rest_after_limit_s", 3600), seconds("generator.autostart_off_reminder_s", 600));
    }

    private static List<Key> condition(String name, String unit, boolean enabled, double start, double stop,
            double startDelay, double stopDelay, double max) {
        String table = "generator." + name + ".";
        return List.of(flag(table + "enabled", enabled), number(table + "start", start, unit, 0, max),
                number(table + "stop", stop, unit, 0, max), seconds(table + "start_delay_s", startDelay),
                seconds(table + "stop_delay_s", stopDelay));
    }

    private static List<Key> quiet(String name, String unit, double start, double stop, double max) {
        String table = "generator." + name + ".";
        return List.of(number(table + "quiet_start", start, unit, 0, max),
                number(table + "quiet_stop", stop, unit, 0, max));
    }

    private static List<Key> schedules() {
        return List.of(flag("generator.inverter_overload.enabled", false),
                seconds("generator.inverter_overload.start_delay_s", 10),
                seconds("generator.inverter_overload.stop_delay_s", 60),
                flag("generator.inverter_overload.skip_warmup", false), flag("generator.quiet_hours.enabled", false),
                time("generator.quiet_hours.from", "21:00"), time("generator.quiet_hours.to", "06:00"),
                flag("generator.exercise.enabled", false), whole("generator.exercise.every_days", 28, "d", 1, 3650),
                time("generator.exercise.at", "15:00"),
                new Key("generator.exercise.first_date", new Kind.Date(), "2026-01-01", ""),
                seconds("generator.exercise.duration_s", 1800), seconds("generator.exercise.skip_if_ran_s", 1800),
                flag("generator.exercise.until_full", false));
    }

    private static Key time(String name, String fallback) {
        return new Key(name, new Kind.TimeOfDay(), fallback, "");
    }

    private static List<Key> watch() {
        return List.of(flag("generator.external_ac.stop_when_present", false),
                seconds("generator.data_loss.after_s", 300),
                choice("generator.data_loss.policy", "stop", "stop", "start", "keep"),
                number("generator.fuel.capacity_l", 0, "l", 0, 1_000_000),
                number("generator.fuel.l_per_h_idle", 0, "l/h", 0, 1000),
                number("generator.fuel.l_per_h_loaded", 0, "l/h", 0, 1000),
                number("generator.fuel.stop_at_pct", 0, "%", 0, 100),
                number("generator.fuel.prevent_start_below_pct", 0, "%", 0, 100),
                number("generator.service.every_h", 250, "h", 0, 100_000),
                whole("generator.service.every_months", 12, "", 0, 1200),
                seconds("generator.service_mode.remind_after_s", 2700), flag("generator.charge_proof.enabled", true),
                number("generator.charge_proof.wh_per_soc_pct", 192.2, "Wh/%", 1, 100_000),
                number("generator.charge_proof.charging_above_w", 2400, "W", 0, 1_000_000),
                number("generator.charge_proof.not_charging_below_w", 1200, "W", 0, 1_000_000),
                seconds("generator.charge_proof.window_s", 1200, 1, Keys.LONGEST_S),
                seconds("generator.charge_proof.alarm_after_s", 1200),
                seconds("generator.charge_proof.give_up_after_s", 1800));
    }

    private static List<Key> engine() {
        return List.of(seconds("engine.preheat_s", 0), seconds("engine.reset_s", 1), seconds("engine.ignition_s", 0.5),
                seconds("engine.crank_s", 10, 0.001, 15), seconds("engine.glow_crank_s", 2),
                seconds("engine.verify_s", 4), seconds("engine.rest_s", 15), seconds("engine.warmup_s", 60),
                seconds("engine.stabilise_s", 20), seconds("engine.cooldown_s", 180),
                seconds("engine.stop_timeout_s", 60), seconds("engine.fires_after_s", 2));
    }
}
