// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.config;

import static org.pigenny.core.config.Keys.choice;
import static org.pigenny.core.config.Keys.flag;
import static org.pigenny.core.config.Keys.number;
import static org.pigenny.core.config.Keys.seconds;
import static org.pigenny.core.config.Keys.text;
import static org.pigenny.core.config.Keys.whole;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pigenny.core.model.settings.SiteDevice;

/** `[devices.ID]`, one table for each device of the site: the keys are the same for each, the tables are as many as somebody writes. */
final class DeviceKeys {
    /** Stands for the name of a device where the keys are explained. */
    static final String ANY = "devices.<id>.";
    /** No table of registers: a device must name one. */
    static final String NO_PROFILE = "none";
    private static final String PREFIX = "devices.";
    private static final Pattern NAME = Pattern.compile("devices\\.([a-z][a-z0-9_]{0,30})\\.(.+)");
    private static final Pattern ANY_NAME = Pattern.compile("devices\\.([^.]*)\\..+");
    /** Names that the state files have given away. */
    private static final Set<String> TAKEN = Set.of("inverter", "relay_server", "controller");

    private DeviceKeys() {}

    static List<Key> templates() {
        return List.of(flag(ANY + "enabled", true), text(ANY + "name", ""),
                choice(ANY + "profile", NO_PROFILE, NO_PROFILE, "sungrow", "meatrol_me431", "comap", "luxpower",
                        "eg4_offgrid"),
                choice(ANY + "type", SiteDevice.OF_PROFILE, SiteDevice.OF_PROFILE, "inverter", "wind_turbine", "bess",
                        "load_meter", "load", "energy_meter", "subload", "dg", "diesel_generator",
                        "diesel_generator_controller", "gas_generator", "gas_generator_controller"),
                choice(ANY + "role", SiteDevice.OF_PROFILE, SiteDevice.OF_PROFILE, "solar", "load",
                        "diesel_generator", "none"),
                choice(ANY + "connection", "tcp", "tcp", "rtu_over_tcp", "serial"), text(ANY + "host", ""),
                whole(ANY + "tcp_port", 502, "", 1, 65535), text(ANY + "port", ""),
                whole(ANY + "baud", 9600, "baud", 300, 921_600), choice(ANY + "parity", "none", "none", "odd", "even"),
                whole(ANY + "stop_bits", 1, "", 1, 2), flag(ANY + "rs485", true), whole(ANY + "slave", 1, "", 1, 247),
                seconds(ANY + "poll_interval_s", 1, 0.1, 3600), seconds(ANY + "timeout_s", 3, 0.01, 10),
                whole(ANY + "retries", 2, "", 0, 10), number(ANY + "rated_power_kw", 0, "kW", 0, 100_000));
    }

    /** The key of that name, when it is one of a device's. */
    static Optional<Key> find(String name) {
        return id(name).flatMap(id -> of(id).stream().filter(key -> key.name().equals(name)).findFirst());
    }

    /** All keys of one device. */
    static List<Key> of(String id) {
        return templates().stream().map(key -> key.named(PREFIX + id + "." + field(key.name()))).toList();
    }

    /** The device that a key belongs to. */
    static Optional<String> id(String name) {
        Matcher matcher = NAME.matcher(name);
        return matcher.matches() && !TAKEN.contains(matcher.group(1))
                ? Optional.of(matcher.group(1))
                : Optional.empty();
    }

    /** The name somebody gave a device, when it cannot be one. */
    static Optional<String> badName(String name) {
        Matcher matcher = ANY_NAME.matcher(name);
        return matcher.matches() && id(name).isEmpty() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** The key under which its words are found: the same for every device. */
    static String plain(String name) {
        return name.startsWith(PREFIX) ? PREFIX + field(name) : name;
    }

    private static String field(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
