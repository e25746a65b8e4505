// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.pigenny.core.model.Message;

/**
 * Two values, each allowed alone, that cannot hold together.
 *
 * @param rule how the first must stand to the second, in words
 */
record Contradiction(String key, String value, Message rule, String otherKey, String otherValue) {
    static List<Contradiction> in(Values values) {
        Finder finder = new Finder(values);
        startsAndStops(finder);
        limits(finder);
        connection(finder);
        ports(finder);
        DeviceRules.check(values, finder::add);
        return finder.found;
    }

    private static void startsAndStops(Finder finder) {
        for (String quiet : List.of("", "quiet_")) {
            finder.below("generator.soc." + quiet + "start", "generator.soc." + quiet + "stop");
            finder.below("generator.voltage." + quiet + "start", "generator.voltage." + quiet + "stop");
            finder.below("generator.load." + quiet + "stop", "generator.load." + quiet + "start");
            finder.below("generator.current." + quiet + "stop", "generator.current." + quiet + "start");
        }
        finder.below("generator.inverter_temperature.stop", "generator.inverter_temperature.start");
        if (finder.values.flag("generator.voltage.enabled")) {
            finder.notAbove("generator.voltage.emergency", "generator.voltage.start");
        }
    }

    private static void limits(Finder finder) {
        if (finder.values.number("generator.max_run_s") > 0) {
            finder.notAbove("generator.min_run_s", "generator.max_run_s");
        }
        finder.below("generator.charge_proof.not_charging_below_w", "generator.charge_proof.charging_above_w");
        finder.notAbove("generator.charge_proof.alarm_after_s", "generator.charge_proof.give_up_after_s");
        if (finder.values.number("generator.fuel.capacity_l") > 0) {
            finder.notAbove("generator.fuel.stop_at_pct", "generator.fuel.prevent_start_below_pct");
        }
        if (finder.values.flag("generator.quiet_hours.enabled")) {
            finder.different("generator.quiet_hours.from", "generator.quiet_hours.to");
        }
    }

    private static void connection(Finder finder) {
        String kind = finder.values.text("inverter.connection");
        String needed = kind.equals("serial") ? "inverter.port" : "inverter.host";
        if (finder.values.text(needed).isBlank()) {
            finder.add("inverter.connection", "settings.rule.needs", needed);
        }
    }

    private static void ports(Finder finder) {
        Set<Integer> seen = new HashSet<>();
        for (int port : finder.values.ports("health.ports")) {
            if (port != 0 && !seen.add(port)) {
                finder.add("health.ports", "settings.rule.twice", "health.ports");
                return;
            }
        }
    }

    private static final class Finder {
        private final Values values;
        private final List<Contradiction> found = new ArrayList<>();

        Finder(Values values) {
            this.values = values;
        }

        void below(String lower, String upper) {
            if (!(values.number(lower) < values.number(upper))) {
                add(lower, "settings.rule.below", upper);
            }
        }

        void notAbove(String lower, String upper) {
            if (values.number(lower) > values.number(upper)) {
                add(lower, "settings.rule.not_above", upper);
            }
        }

        void different(String one, String other) {
            if (values.text(one).equals(values.text(other))) {
                add(one, "settings.rule.different", other);
            }
        }

        void add(String key, String rule, String other) {
            found.add(new Contradiction(key, values.text(key), Message.of(rule), other, values.text(other)));
        }
    }
}
