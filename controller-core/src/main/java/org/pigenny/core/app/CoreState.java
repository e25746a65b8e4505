// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.pigenny.core.api.CoreSnapshot;
import org.pigenny.core.app.setup.CommissioningBook;
import org.pigenny.core.config.Effective;
import org.pigenny.core.model.AlarmReport;
import org.pigenny.core.model.ControlReport;
import org.pigenny.core.model.EventSink;
import org.pigenny.core.model.PlantSnapshot;
import org.pigenny.core.model.SafeMode;
import org.pigenny.core.model.ServiceReport;
import org.pigenny.core.model.settings.Settings;
import org.pigenny.core.state.Published;
import org.pigenny.core.time.TimeSource;

/** Everything that is published in the process, and the one picture made of it. */
final class CoreState {
    final Published<Effective> settings;
    final Plant plant;
    final SiteDesk site;
    final Published<ControlReport> control;
    final Published<List<ServiceReport>> services = new Published<>(List.of());
    final Published<SafeMode> deviceSafeMode = new Published<>(SafeMode.OFF);
    final Causes causes = new Causes();
    final LogSwitch log = new LogSwitch();
    final EventHub events = new EventHub();
    final SafeModeKeeper safeMode;
    final CommissioningBook commissioning;
    /** What the records complained of when they were last asked: a tick does not ask them, for they may wait for a disk. */
    private volatile List<AlarmReport> complaints = List.of();
    /** Set on every change, taken by the loop that tells about it. */
    final AtomicBoolean changed = new AtomicBoolean(true);

    CoreState(Effective effective, TimeSource plantTime, SafeModeMaker safeMode, BookMaker commissioning) {
        settings = new Published<>(effective);
        plant = new Plant(plantTime, this::settings);
        site = new SiteDesk(plant);
        control = new Published<>(ControlReport.none(plantTime.nanos()));
        this.safeMode = safeMode.make(events);
        this.commissioning = commissioning.make(events, () -> settings().commissioning().required());
        this.commissioning.onChange(() -> changed.set(true));
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
        events.add(event -> causes.heard(event, plantTime.nanos()));
        events.add(event -> changed.set(true));
    }

    /** Makes the keeper of safe mode on the sink of events. */
    interface SafeModeMaker {
        SafeModeKeeper make(EventHub events);
    }

    /** Opens the record of the commissioning. */
    interface BookMaker {
        CommissioningBook make(EventSink events, BooleanSupplier required);
    }

    Settings settings() {
        return settings.get().settings();
    }

    PlantSnapshot freeze() {
        return plant.freeze(safeMode.active(), now -> causes.present(now, complaints),
                commissioning.held());
    }

    /** That of the supervisor goes before that of the devices. */
    SafeMode anySafeMode() {
        SafeMode supervised = safeMode.mode().get();
        return supervised.active() ? supervised : deviceSafeMode.get();
    }

    CoreSnapshot snapshot() {
        PlantSnapshot frozen = freeze();
        return new CoreSnapshot(frozen.nanos(), frozen.wall(), frozen.zone(), frozen.inverter(),
                plant.inverterLink.get(), frozen.engine(), plant.relayLink.get(), withHostAlarms(control.get()),
                services.get(), anySafeMode(), settings(), events.newest(), site.reports());
    }

    /** The alarms of the control core first, then those of the host that the records keep. */
    private ControlReport withHostAlarms(ControlReport report) {
        complaints = log.alarms();
        List<AlarmReport> host = complaints.stream().filter(alarm -> !Causes.ofControl(alarm)).toList();
        return host.isEmpty()
                ? report
                : report.withAlarms(Stream.concat(report.alarms().stream(), host.stream()).toList());
    }
}
