// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.config;

import java.util.List;
import org.pigenny.core.model.settings.InverterSettings.Connection;
import org.pigenny.core.model.settings.InverterSettings.Rs485;
import org.pigenny.core.model.settings.SiteDevice;

/** From the keys of `[devices.ID]` to records. */
final class DeviceMapping {
    private DeviceMapping() {}

    /** In the order of their names. */
    static List<SiteDevice> devices(Values v) {
        return v.devices().stream().map(id -> device(v, id)).toList();
    }

    private static SiteDevice device(Values v, String id) {
        String table = "devices." + id + ".";
        String name = v.text(table + "name");
        return new SiteDevice(id, v.flag(table + "enabled"), name.isBlank() ? id : name, v.text(table + "profile"),
                v.text(table + "type"), v.text(table + "role"), wire(v, table), v.whole(table + "slave"),
                v.seconds(table + "poll_interval_s"), v.seconds(table + "timeout_s"), v.whole(table + "retries"),
                v.number(table + "rated_power_kw"));
    }

    private static SiteDevice.Wire wire(Values v, String table) {
        return new SiteDevice.Wire(v.choice(table + "connection", Connection.class), v.text(table + "host"),
                v.whole(table + "tcp_port"), v.text(table + "port"), v.whole(table + "baud"),
                v.choice(table + "parity", SiteDevice.Parity.class), v.whole(table + "stop_bits"),
                new Rs485(v.flag(table + "rs485"), true, 0, 0));
    }
}
