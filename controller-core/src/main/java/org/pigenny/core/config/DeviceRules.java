// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.config;

import java.util.HashMap;
import java.util.Map;

/** What must hold among the settings of the site's devices, and between them and the inverter on the same wire. */
final class DeviceRules {
    /** Takes what does not hold. */
    interface Finding {
        void add(String key, String rule, String other);
    }

    private final Values values;
    private final Finding finding;
    /** The first device, or the inverter, at each serial port. */
    private final Map<String, String> atPort = new HashMap<>();

    private DeviceRules(Values values, Finding finding) {
        this.values = values;
        this.finding = finding;
    }

    static void check(Values values, Finding finding) {
        DeviceRules rules = new DeviceRules(values, finding);
        if (values.text("inverter.connection").equals("serial")) {
            rules.atPort.put(values.text("inverter.port"), "inverter");
        }
        values.devices().forEach(rules::device);
    }

    private void device(String id) {
        String table = "devices." + id;
        if (values.text(table + ".profile").equals(DeviceKeys.NO_PROFILE)) {
            finding.add(table + ".enabled", "settings.rule.needs", table + ".profile");
        }
        boolean serial = values.text(table + ".connection").equals("serial");
        String needed = table + (serial ? ".port" : ".host");
        if (values.text(needed).isBlank()) {
            finding.add(table + ".connection", "settings.rule.needs", needed);
        } else if (serial) {
            sharing(table, values.text(needed));
        }
    }

    /** One line has one speed. */
    private void sharing(String table, String port) {
        String first = atPort.putIfAbsent(port, table);
        if (first == null) {
            return;
        }
        if (values.number(table + ".baud") != values.number(first + ".baud")) {
            finding.add(table + ".baud", "settings.rule.same_wire", first + ".baud");
        }
        boolean inverter = first.equals("inverter");
        String parity = inverter ? "none" : values.text(first + ".parity");
        if (!values.text(table + ".parity").equals(parity)) {
            finding.add(table + ".parity", "settings.rule.same_wire", inverter ? "inverter.baud" : first + ".parity");
        }
    }
}
