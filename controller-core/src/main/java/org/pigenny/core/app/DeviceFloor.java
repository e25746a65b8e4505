// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.api.Commissioning;
import org.pigenny.core.app.setup.InverterBay;
import org.pigenny.core.device.general.SiteDevices;
import org.pigenny.core.device.inverter.InverterPoller;
import org.pigenny.core.model.InverterReport;
import org.pigenny.core.model.Loop;
import org.pigenny.core.model.settings.Settings;

/** What the device service runs, made anew at each of its starts: inverter, relay server, the other devices of the site. */
final class DeviceFloor {
    private final CoreOptions options;
    private final CoreState state;
    private final RelaySwitch relay;
    private final RegisterDoor registers;
    private final UnaryOperator<InverterReport> completed;
    private final AtomicReference<@Nullable InverterBay> bay = new AtomicReference<>();

    /** @param completed adds to a report what is reckoned from it */
    DeviceFloor(CoreOptions options, CoreState state, RelaySwitch relay, RegisterDoor registers,
            UnaryOperator<InverterReport> completed) {
        this.options = options;
        this.state = state;
        this.relay = relay;
        this.registers = registers;
        this.completed = completed;
    }

    List<Loop> loops() {
        Settings now = state.settings();
        Parts.Relay client = options.parts()
                .relay(now.relay(), options.plant(), options.real(),
                        report -> state.plant.engine.set(Optional.of(report)), state.plant.relayLink::set,
                        answer -> state.plant.answer.set(Optional.of(answer)), state.events);
        Loop poller = options.parts()
                .inverter(now.inverter(), now.generator().pollInterval(), options.plant(),
                        options.real(), report -> state.plant.inverter.set(completed.apply(report)),
                        state.plant.inverterLink::set, state.events);
        InverterBay place = new InverterBay(poller, now.inverter(), options.real());
        bay.set(place);
        registers.connect(place);
        relay.connect(client);
        List<Loop> loops = new ArrayList<>(List.of(place, client));
        loops.addAll(siteLoops(now, poller));
        return loops;
    }

    private List<Loop> siteLoops(Settings now, Loop poller) {
        SiteDevices site = new SiteDevices(options.real());
        if (poller instanceof InverterPoller inverter) {
            site.share(inverter.wire(), inverter.bus());
        }
        site.add(now.devices(), options.plant(), state.events, () -> state.changed.set(true));
        state.site.connect(site);
        return site.loops();
    }

    /** Looks for the inverter on these ports; its own poller lets go of the line meanwhile. */
    Commissioning.Search search(List<String> ports) throws InterruptedException {
        InverterBay place = bay.get();
        return place == null ? new Commissioning.Search(List.of(), List.of()) : place.search(ports);
    }
}
