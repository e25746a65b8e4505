// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.settings;

import java.util.List;

/** What a person may change on the screen: by anybody, by the installer, and of the screen itself. */
final class Catalog {
    static final List<Item> EVERYDAY = List.of(Item.flag("generator.autostart"),
            Item.number("generator.soc.start", 5, 95, 1, "%"), Item.number("generator.soc.stop", 10, 100, 1, "%"),
            Item.hours("generator.max_run_s", 0.5, 24, 0.5), Item.minutes("generator.manual_stop_hold_s", 0, 720, 15),
            Item.flag("generator.quiet_hours.enabled"), Item.clock("generator.quiet_hours.from"),
            Item.clock("generator.quiet_hours.to"), Item.number("generator.soc.quiet_start", 5, 95, 1, "%"),
            Item.number("generator.soc.quiet_stop", 10, 100, 1, "%"), Item.flag("generator.exercise.enabled"),
            Item.number("generator.exercise.every_days", 1, 365, 1, "d"), Item.clock("generator.exercise.at"),
            Item.minutes("generator.exercise.duration_s", 5, 240, 5));

    static final List<Item> INSTALLER = List.of(Item.minutes("generator.soc.start_delay_s", 0, 60, 1),
            Item.number("generator.max_start_attempts", 1, 10, 1, ""),
            Item.minutes("generator.min_run_s", 0, 240, 5), Item.minutes("generator.min_rest_s", 0, 720, 5),
            Item.number("generator.max_starts_per_day", 0, 48, 1, ""),
            Item.minutes("generator.rest_after_limit_s", 0, 720, 15), Item.flag("generator.voltage.enabled"),
            Item.number("generator.voltage.start", 40, 56, 0.1, "V"),
            Item.number("generator.voltage.stop", 42, 60, 0.1, "V"),
            Item.number("generator.voltage.emergency", 38, 54, 0.1, "V"), Item.flag("generator.load.enabled"),
            Item.number("generator.load.start", 500, 20_000, 100, "W"),
            Item.number("generator.load.stop", 100, 20_000, 100, "W"), Item.flag("generator.current.enabled"),
            Item.number("generator.current.start", 10, 500, 5, "A"),
            Item.number("generator.current.stop", 5, 500, 5, "A"), Item.flag("generator.inverter_temperature.enabled"),
            Item.number("generator.inverter_temperature.start", 40, 100, 1, "\u00b0C"),
            Item.number("generator.inverter_temperature.stop", 30, 95, 1, "\u00b0C"),
            Item.flag("generator.inverter_overload.enabled"), Item.flag("generator.external_ac.stop_when_present"),
            Item.choice("generator.data_loss.policy", "stop", "start", "keep"),
            Item.minutes("generator.data_loss.after_s", 1, 60, 1),
            Item.number("generator.fuel.capacity_l", 0, 2000, 5, "l"),
            Item.number("generator.fuel.stop_at_pct", 0, 50, 1, "%"),
            Item.number("generator.fuel.prevent_start_below_pct", 0, 50, 1, "%"),
            Item.number("generator.service.every_h", 0, 1000, 10, "h"),
            Item.number("generator.service.every_months", 0, 60, 1, ""), Item.flag("generator.charge_proof.enabled"),
            Item.number("generator.charge_proof.wh_per_soc_pct", 20, 1000, 1, "Wh"),
            Item.number("inverter.slave", 1, 247, 1, ""));

    static final List<Item> SCREEN = List.of(Item.choice("kiosk.theme", "auto", "day", "night"),
            Item.choice("kiosk.language", "en", "de"), Item.number("kiosk.brightness_pct", 10, 100, 5, "%"),
            Item.number("kiosk.brightness_night_pct", 5, 100, 5, "%"), Item.minutes("kiosk.dim_after_s", 1, 60, 1),
            Item.flag("kiosk.sound"), new Item("site.time_zone", new Item.Kind.Zone()));

    private Catalog() {}
}
