// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.api.Backups;
import org.pigenny.core.api.Commissioning;
import org.pigenny.core.api.Core;
import org.pigenny.core.api.CoreSnapshot;
import org.pigenny.core.api.History;
import org.pigenny.core.api.SettingsPort;
import org.pigenny.core.api.Workshop;
import org.pigenny.core.app.backup.CoreBackups;
import org.pigenny.core.app.backup.Sticks;
import org.pigenny.core.app.diag.OwnWorkshop;
import org.pigenny.core.app.reboot.Reboot;
import org.pigenny.core.app.reboot.RebootCommand;
import org.pigenny.core.app.setup.Commissioner;
import org.pigenny.core.app.setup.CommissioningBook;
import org.pigenny.core.app.setup.SetupDoor;
import org.pigenny.core.config.SettingsStore;
import org.pigenny.core.model.Command;
import org.pigenny.core.model.ControlReport;
import org.pigenny.core.model.Loop;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Outcome;
import org.pigenny.core.state.SharedState;
import org.pigenny.core.state.StateMirror;
import org.pigenny.core.system.AuditLog;
import org.pigenny.core.system.ScheduledLoop;
import org.pigenny.core.system.SdNotify;
import org.pigenny.core.system.Service;
import org.pigenny.core.system.ServicePlan;
import org.pigenny.core.system.Supervisor;
import org.pigenny.core.system.Watchdog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The core process: the one place where everything is wired. */
public final class CoreProcess implements Core, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CoreProcess.class);
    private static final Duration MIRROR_INTERVAL = Duration.ofSeconds(1);
    private static final String MEMORY_KEY = "control_memory";

    private final RegisterDoor registers = new RegisterDoor();
    private final CoreOptions options;
    private final CoreState state;
    private final RelaySwitch relay;
    private final LogSwitch log;
    private final AuditLog audit;
    private final VitalSigns signs;
    private final SdNotify notify;
    private final ControlCell cell;
    private final CommandDesk desk;
    private final LoggingPages loggingPages;
    private final WriteDoor writes;
    private final SettingsKeeper keeper;
    private final CoreSettings settingsPort;
    private final Broadcast broadcast;
    private final SharedState durable;
    private final StateMirror mirror;
    private final DayTotalsKeeper days;
    private final List<Service> services;
    private final Supervisor supervisor;
    private final Thread supervising;
    private final DeviceFloor devices;
    private final ControlFloor controlFloor;
    private final LoggingFloor logFloor;
    private final Commissioner commissioner;
    private final CoreBackups backups;
    private final Doors doors;
    private final Reboot reboot;
    private final HomeLock lock;
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * Starts the core and returns at once; the services come up one after another behind it.
     *
     * @throws CoreBusyException when another core runs on the same home
     */
    public static CoreProcess start(CoreOptions options) {
        CoreProcess core = new CoreProcess(options);
        core.supervising.start();
        core.doors.open();
        return core;
    }

    private CoreProcess(CoreOptions options) {
        this.options = options;
        lock = HomeLock.take(options.home());
        Home home = options.home();
        boolean restored = BeginAnew.restorePending(home, lock);
        SettingsStore store = SettingsKeeper.store(options);
        durable = new SharedState(home.durableState(), options.real());
        state = new CoreState(store.effective(), options.plant(),
                events -> new SafeModeKeeper(durable, options.real(), events),
                (events, required) -> new CommissioningBook(durable, options.real(), events, required));
        log = state.log;
        relay = new RelaySwitch(options.real());
        audit = new AuditLog(home.data().resolve("audit.jsonl"), options.real());
        writes = new WriteDoor(state, audit);
        signs = new VitalSigns(state, home, options.real());
        notify = new SdNotify(options.environment());
        keeper = new SettingsKeeper(store, state, options.real(), this::rebuild, audit);
        mirror = new StateMirror(options.real(), MIRROR_INTERVAL);
        days = new DayTotalsKeeper(durable, mirror, options.plant(), options.real(),
                () -> state.settings().site().zone());
        cell = new ControlCell(MemoryFile.texts(durable.readFresh(MEMORY_KEY)));
        desk = new CommandDesk(cell, state::freeze, state::settings, relay, state.safeMode, state.events,
                options.plant(), log, audit);
        settingsPort = new CoreSettings(state, keeper);
        broadcast = new Broadcast(state,
                new Mirrored(new SharedState(home.state(), options.real()), mirror, options.real()),
                keeper, signs, relay::sent, writes::written);
        loggingPages = new LoggingPages(state, keeper::status);
        devices = new DeviceFloor(options, state, relay, registers, days::add);
        controlFloor = new ControlFloor(options, state, cell, relay, keeper,
                new MemoryFile(durable.claim(MEMORY_KEY, "control"), mirror, options.real()));
        logFloor = new LoggingFloor(options, state, cell);
        services = buildServices();
        supervisor = new Supervisor(
                options.timings()
                        .starting(state.settings().health().firstProbe(), state.settings().health().serviceGap()),
                options.real(), services,
                state.safeMode, state.events, state.services::set);
        supervising = Thread.ofPlatform().name("supervisor").daemon(true).unstarted(this::supervise);
        reboot = new Reboot(durable, RebootCommand.of(options.environment()), RebootPlant::bootId,
                new RebootPlant(state.plant, signs.heartbeat()::beat, signs.file()::flush, mirror::writeOffered,
                        audit::flush),
                state.events, options.real());
        reboot.conclude(what -> audit.write(Origin.CORE.name(), what, true, ""));
        commissioner = new Commissioner(state.commissioning, state::settings, settingsPort,
                new Commissioner.Place(home.screen(), home.commissioningReports(), Versions.PROGRAM), devices::search,
                new ErrorDesk(state, who -> submit(new Command.Reset(), who)), options.real());
        backups = new CoreBackups(home, Sticks.of(options.environment()), state::settings,
                () -> Path.of(logFloor.settings().csvDir()), () -> BeginAnew.soon(this::close, options),
                options.real());
        if (restored) {
            BeginAnew.tell(home, state.events, options.plant());
        }
        CommandDoor door = new CommandDoor(this, registers, writes,
                new SetupDoor(commissioner, settingsPort, Words::english), backups);
        doors = new Doors(options, state, door, settingsPort, audit);
    }

    private void rebuild(String service) {
        supervisor.rebuild(service);
    }

    private List<Service> buildServices() {
        CoreServices plans = new CoreServices(state, options.timings(), signs::details, keeper,
                loggingPages);
        List<ServicePlan> all = new ArrayList<>(
                List.of(plans.system(this::systemLoops), plans.config(this::configLoops),
                        plans.device(this::deviceLoops), plans.control(() -> with("control", controlFloor.loops())),
                        plans.logging(this::loggingLoops)));
        options.screen().ifPresent(screen -> all.add(plans.kiosk(() -> List.of(screen.get()))));
        return all.stream()
                .map(plan -> new Service(plan, options.real(), options.halt(), state.events))
                .toList();
    }

    private List<Loop> systemLoops() {
        return with("system", List.of(new SnapshotLoop(state.changed, broadcast::publish, options.real()),
                signs.heartbeat(),
                new Watchdog(notify, options.environment(), services, supervisor::lastRoundNanos, options.real())));
    }

    private List<Loop> with(String service, List<Loop> loops) {
        List<Loop> all = new ArrayList<>(loops);
        all.addAll(options.parts().more(service, options.real()));
        return all;
    }

    private List<Loop> configLoops() {
        return with("config", List.of(keeper.loop()));
    }

    private List<Loop> deviceLoops() {
        List<Loop> loops = devices.loops();
        keeper.taken("device");
        return with("device", loops);
    }

    @Override
    public Optional<Backups> backups() {
        return Optional.of(backups);
    }

    @Override
    public Optional<Commissioning> commissioning() {
        return Optional.of(commissioner);
    }

    private List<Loop> loggingLoops() {
        // Whatever may wait for a disk runs here, where a hang raises no safe mode.
        List<Loop> loops = new ArrayList<>(logFloor.loops());
        keeper.taken("logging");
        ScheduledLoop metricsLoop = signs.metricsLoop();
        loggingPages.schedulers(List.of(metricsLoop));
        loops.addAll(List.of(mirror, audit, signs.file(), metricsLoop));
        return with("logging", loops);
    }

    private void supervise() {
        try {
            supervisor.boot();
            notify.send("READY=1");
            supervisor.monitor();
        } catch (InterruptedException e) {
            LOG.debug("The supervisor ends");
        } catch (RuntimeException | Error e) {
            LOG.error("[ERROR] The supervisor failed: the process ends and begins anew", e);
            options.halt().accept(1);
        }
    }

    @Override
    public CoreSnapshot snapshot() {
        return state.snapshot();
    }

    @Override
    public Subscription subscribe(Consumer<CoreSnapshot> listener) {
        return broadcast.published().subscribe(listener)::close;
    }

    @Override
    public Outcome submit(Command command, Origin origin) {
        return desk.submit(command, origin);
    }

    @Override
    public History history() {
        return log.history();
    }

    @Override
    public Optional<Workshop> workshop() {
        return Optional.of(new OwnWorkshop(options.home(), options.real(), registers, this::reboot));
    }

    @Override
    public SettingsPort settings() {
        return settingsPort;
    }

    private Outcome reboot(String typed, Origin who) {
        Outcome outcome = reboot.ask(typed, who);
        audit.write(who.name(), "reboot", outcome instanceof Outcome.Accepted, Words.english(outcome));
        return outcome;
    }

    /** Calls back on the control thread after every tick; the callee must not block. */
    Subscription onTick(Consumer<ControlReport> listener) {
        return state.control.subscribe(listener)::close;
    }

    /** Ports of the health endpoints by service; 0 for one that has none. */
    public Map<String, Integer> healthPorts() {
        Map<String, @Nullable Integer> ports = new TreeMap<>();
        services.forEach(service -> ports.put(service.name(), service.port()));
        return Map.copyOf(ports);
    }

    /** Port of the administration; 0 while it is closed. */
    public int adminPort() {
        return doors.adminPort();
    }

    /** Stops the services in reverse order. The relay server keeps the engine safe alone. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        notify.send("STOPPING=1");
        doors.close();
        supervising.interrupt();
        try {
            supervising.join(Duration.ofSeconds(1));
            supervisor.stopAll();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        days.keep();
        mirror.writeOffered();
        audit.flush();
        services.forEach(Service::close);
        lock.close();
    }
}
