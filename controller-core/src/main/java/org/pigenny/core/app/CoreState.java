// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.pigenny.core.api.CoreSnapshot;
import org.pigenny.core.config.Effective;
import org.pigenny.core.model.AlarmReport;
import org.pigenny.core.model.ControlReport;
import org.pigenny.core.model.PlantSnapshot;
import org.pigenny.core.model.ServiceReport;
import org.pigenny.core.model.settings.Settings;
import org.pigenny.core.state.Published;
import org.pigenny.core.system.DeviceSafeMode.Verdict;
import org.pigenny.core.time.TimeSource;

/** Everything that is published in the process, and the one picture made of it. */
final class CoreState {
    final Published<Effective> settings;
    final Plant plant;
    final SiteDesk site;
    final Published<ControlReport> control;
    final Published<List<ServiceReport>> services = new Published<>(List.of());
    final Published<Verdict> deviceSafeMode = new Published<>(new Verdict(false, ""));
    final Causes causes = new Causes();
    final LogSwitch log = new LogSwitch();
    final EventHub events = new EventHub();
    final SafeModeKeeper safeMode;
    /** Set on every change, taken by the loop that tells about it. */
    final AtomicBoolean changed = new AtomicBoolean(true);

    CoreState(Effective effective, TimeSource plantTime, SafeModeMaker safeMode) {
        settings = new Published<>(effective);
        plant = new Plant(plantTime, this::settings);
        site = new SiteDesk(plant);
        control = new Published<>(ControlReport.none(plantTime.nanos()));
        this.safeMode = safeMode.make(events);
        settings.subscribe(now -> changed.set(true));
        plant.inverter.subscribe(now -> changed.set(true));
        plant.engine.subscribe(now -> changed.set(true));
        plant.inverterLink.subscribe(now -> changed.set(true));
        plant.relayLink.subscribe(now -> changed.set(true));
        control.subscribe(now -> changed.set(true));
        services.subscribe(now -> changed.set(true));
        this.safeMode.mode().subscribe(now -> changed.set(true));
        deviceSafeMode.subscribe(now -> changed.set(true));
        events.add(log);
        events.add(event -> changed.set(true));
    }

    /** Makes the keeper of safe mode on the sink of events. */
    interface SafeModeMaker {
        SafeModeKeeper make(EventHub events);
    }

    Settings settings() {
        return settings.get().settings();
    }

    PlantSnapshot freeze() {
        return plant.freeze(safeMode.active(), causes);
    }

    CoreSnapshot snapshot() {
        PlantSnapshot frozen = freeze();
        return new CoreSnapshot(frozen.nanos(), frozen.wall(), frozen.zone(), frozen.inverter(),
                plant.inverterLink.get(), frozen.engine(), plant.relayLink.get(), withHostAlarms(control.get()),
                services.get(),
                safeMode.mode().get(), settings(), events.newest(), site.reports());
    }

    /** The alarms of the control core first, then those of the host that the records keep. */
    private ControlReport withHostAlarms(ControlReport report) {
        List<AlarmReport> host = log.alarms();
        return host.isEmpty()
                ? report
                : report.withAlarms(Stream.concat(report.alarms().stream(), host.stream()).toList());
    }
}
