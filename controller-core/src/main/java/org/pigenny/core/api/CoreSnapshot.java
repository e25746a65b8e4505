// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.api;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.pigenny.core.model.ControlReport;
import org.pigenny.core.model.DeviceReport;
import org.pigenny.core.model.EngineReport;
import org.pigenny.core.model.Event;
import org.pigenny.core.model.InverterReport;
import org.pigenny.core.model.LinkReport;
import org.pigenny.core.model.SafeMode;
import org.pigenny.core.model.ServiceReport;
import org.pigenny.core.model.settings.Settings;

/**
 * One consistent picture of everything, immutable.
 *
 * @param nanos monotonic time of the core at which it was made; ages are measured against it
 * @param wall UTC of the same instant
 * @param zone the owner's
 * @param safeMode of any kind; that of the supervisor goes before that of the devices
 * @param devices of the site, the relay server among them, in the order of the settings
 * @param newest events, newest first, at most 50
 */
public record CoreSnapshot(long nanos, Instant wall, ZoneId zone, InverterReport inverter, LinkReport inverterLink,
        Optional<EngineReport> engine, LinkReport relayLink, ControlReport control, List<ServiceReport> services,
        SafeMode safeMode, Settings settings, List<Event> newest,
        List<DeviceReport> devices) {
    public CoreSnapshot {
        services = List.copyOf(services);
        newest = List.copyOf(newest);
        devices = List.copyOf(devices);
    }

    /** Without devices. */
    public CoreSnapshot(long nanos, Instant wall, ZoneId zone, InverterReport inverter, LinkReport inverterLink,
            Optional<EngineReport> engine, LinkReport relayLink, ControlReport control, List<ServiceReport> services,
            SafeMode safeMode, Settings settings, List<Event> newest) {
        this(nanos, wall, zone, inverter, inverterLink, engine, relayLink, control, services, safeMode, settings,
                newest, List.of());
    }
}
