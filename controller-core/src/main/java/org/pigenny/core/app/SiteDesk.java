// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.pigenny.core.device.general.RelayServerDevice;
import org.pigenny.core.device.general.SiteDevices;
import org.pigenny.core.device.modbus.Bus;
import org.pigenny.core.model.DevicePort;
import org.pigenny.core.model.DeviceReport;
import org.pigenny.core.model.DeviceWrite;

/** The way to the devices of the site that live now; a rebuild of the device service replaces them. The relay server is always the first. */
final class SiteDesk {
    private final DevicePort relayServer;
    private volatile List<DevicePort> ports;
    private volatile Optional<SiteDevices> site = Optional.empty();

    SiteDesk(Plant plant) {
        relayServer = new RelayServerDevice(StateFiles.RELAY_SERVER, plant.engine::get, plant.relayLink::get);
        ports = List.of(relayServer);
    }

    void connect(SiteDevices devices) {
        List<DevicePort> all = new ArrayList<>();
        all.add(relayServer);
        all.addAll(devices.ports());
        ports = List.copyOf(all);
        site = Optional.of(devices);
    }

    /** The newest of each. */
    List<DeviceReport> reports() {
        return ports.stream().map(DevicePort::report).toList();
    }

    /** Every wire with its bus. */
    Map<String, Bus> wires() {
        return site.map(SiteDevices::wires).orElse(Map.of());
    }

    /**
     * Hands a write to a device.
     *
     * @param result told once, on another thread
     * @return whether there is such a device
     */
    boolean write(String id, DeviceWrite write, Consumer<DeviceWrite.Result> result) {
        Optional<DevicePort> device = ports.stream().filter(port -> port.report().id().equals(id)).findFirst();
        device.ifPresent(port -> port.write(write, result));
        return device.isPresent();
    }
}
