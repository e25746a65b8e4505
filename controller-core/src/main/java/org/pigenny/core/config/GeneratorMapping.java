// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.config;

import java.time.LocalDate;
import java.time.LocalTime;
import org.pigenny.core.model.settings.Condition;
import org.pigenny.core.model.settings.EngineSettings;
import org.pigenny.core.model.settings.GeneratorSettings;
import org.pigenny.core.model.settings.GeneratorSettings.DataLoss;
import org.pigenny.core.model.settings.GeneratorSettings.Emergency;
import org.pigenny.core.model.settings.GeneratorSettings.Exercise;
import org.pigenny.core.model.settings.GeneratorSettings.Fuel;
import org.pigenny.core.model.settings.GeneratorSettings.Overload;
import org.pigenny.core.model.settings.GeneratorSettings.Proof;
import org.pigenny.core.model.settings.GeneratorSettings.QuietHours;
import org.pigenny.core.model.settings.GeneratorSettings.Service;

/** From keys to the records of the generator. */
final class GeneratorMapping {
    private GeneratorMapping() {}

    static GeneratorSettings generator(Values v) {
        return new GeneratorSettings(v.flag("generator.autostart"), v.seconds("generator.poll_interval_s"),
                v.whole("generator.max_start_attempts"), v.seconds("generator.retry_after_error_s"),
                v.seconds("generator.min_run_s"), v.seconds("generator.max_run_s"), v.seconds("generator.min_rest_s"),
                v.whole("generator.max_starts_per_day"), v.seconds("generator.manual_stop_hold_s"),
                v.seconds("generator.rest_after_limit_s"), v.seconds("generator.autostart_off_reminder_s"),
                condition(v, "soc"), condition(v, "voltage"),
                new Emergency(v.number("generator.voltage.emergency"),
                        v.seconds("generator.voltage.emergency_delay_s")),
                condition(v, "load"), condition(v, "current"), conditionWithoutQuiet(v, "inverter_temperature"),
                overload(v), quietHours(v), exercise(v), v.flag("generator.external_ac.stop_when_present"),
                new DataLoss(v.seconds("generator.data_loss.after_s"),
                        v.choice("generator.data_loss.policy", DataLoss.Policy.class)),
                fuel(v),
                new Service(v.number("generator.service.every_h"), v.whole("generator.service.every_months")),
                v.seconds("generator.service_mode.remind_after_s"), proof(v));
    }

    private static Condition condition(Values v, String name) {
        return condition(v, name, "quiet_start", "quiet_stop");
    }

    private static Condition conditionWithoutQuiet(Values v, String name) {
        return condition(v, name, "start", "stop");
    }

    private static Condition condition(Values v, String name, String quietStart, String quietStop) {
        String table = "generator." + name + ".";
        return new Condition(v.flag(table + "enabled"), v.number(table + "start"), v.number(table + "stop"),
                v.seconds(table + "start_delay_s"), v.seconds(table + "stop_delay_s"), v.number(table + quietStart),
                v.number(table + quietStop));
    }

    private static Overload overload(Values v) {
        String table = "generator.inverter_overload.";
        return new Overload(v.flag(table + "enabled"), v.seconds(table + "start_delay_s"),
                v.seconds(table + "stop_delay_s"), v.flag(table + "skip_warmup"));
    }

    private static QuietHours quietHours(Values v) {
        return new QuietHours(v.flag("generator.quiet_hours.enabled"),
                LocalTime.parse(v.text("generator.quiet_hours.from")),
                LocalTime.parse(v.text("generator.quiet_hours.to")));
    }

    private static Exercise exercise(Values v) {
        String table = "generator.exercise.";
        return new Exercise(v.flag(table + "enabled"), v.whole(table + "every_days"),
                LocalTime.parse(v.text(table + "at")), LocalDate.parse(v.text(table + "first_date")),
                v.seconds(table + "duration_s"), v.seconds(table + "skip_if_ran_s"), v.flag(table + "until_full"));
    }

    private static Fuel fuel(Values v) {
        String table = "generator.fuel.";
        return new Fuel(v.number(table + "capacity_l"), v.number(table + "l_per_h_idle"),
                v.number(table + "l_per_h_loaded"), v.number(table + "stop_at_pct"),
                v.number(table + "prevent_start_below_pct"));
    }

    private static Proof proof(Values v) {
        String table = "generator.charge_proof.";
        return new Proof(v.flag(table + "enabled"), v.number(table + "wh_per_soc_pct"),
                v.number(table + "charging_above_w"), v.number(table + "not_charging_below_w"),
                v.seconds(table + "window_s"), v.seconds(table + "alarm_after_s"),
                v.seconds(table + "give_up_after_s"));
    }

    static EngineSettings engine(Values v) {
        return new EngineSettings(v.seconds("engine.preheat_s"), v.seconds("engine.reset_s"),
                v.seconds("engine.ignition_s"), v.seconds("engine.crank_s"), v.seconds("engine.glow_crank_s"),
                v.seconds("engine.verify_s"), v.seconds("engine.rest_s"), v.seconds("engine.warmup_s"),
                v.seconds("engine.stabilise_s"), v.seconds("engine.cooldown_s"), v.seconds("engine.stop_timeout_s"),
                v.seconds("engine.fires_after_s"));
    }
}
