// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.api.Core;
import org.pigenny.core.api.CoreSnapshot;
import org.pigenny.core.api.History;
import org.pigenny.core.api.SettingsPort;
import org.pigenny.core.config.Effective;
import org.pigenny.core.config.SettingsStore;
import org.pigenny.core.control.Step;
import org.pigenny.core.model.Command;
import org.pigenny.core.model.Loop;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Outcome;
import org.pigenny.core.model.settings.LoggingSettings;
import org.pigenny.core.model.settings.Settings;
import org.pigenny.core.state.Published;
import org.pigenny.core.state.SharedState;
import org.pigenny.core.state.StateMirror;
import org.pigenny.core.system.Service;
import org.pigenny.core.system.Supervisor;
import org.pigenny.core.system.Timings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The core process: the one place where everything is wired. */
public final class CoreProcess implements Core, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CoreProcess.class);
    private static final Duration MIRROR_INTERVAL = Duration.ofSeconds(1);
    private static final String MEMORY_KEY = "control_memory";

    private final CoreOptions options;
    private final CoreState state;
    private final RelaySwitch relay = new RelaySwitch();
    private final LogSwitch log = new LogSwitch();
    private final ControlCell cell;
    private final CommandDesk desk;
    private final SettingsKeeper keeper;
    private final CoreSettings settingsPort;
    private final Published<CoreSnapshot> published;
    private final SharedState durable;
    private final SharedState files;
    private final MemoryFile memoryFile;
    private final StateMirror mirror;
    private final Mirrored mirrored;
    private final List<Service> services;
    private final Supervisor supervisor;
    private final Thread supervising;
    private final ControlSocket socket;
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
        core.socket.open();
        return core;
    }

    private CoreProcess(CoreOptions options) {
        this.options = options;
        lock = HomeLock.take(options.home());
        Home home = options.home();
        SettingsStore store = store(options);
        durable = new SharedState(home.durableState(), options.real());
        files = new SharedState(home.state(), options.real());
        state = new CoreState(store.effective(), options.plant(),
                events -> new SafeModeKeeper(durable, options.real(), events));
        state.events.add(log);
        keeper = new SettingsKeeper(store, state, options.real(), this::rebuild);
        mirror = new StateMirror(options.real(), MIRROR_INTERVAL);
        memoryFile = new MemoryFile(durable.claim(MEMORY_KEY, "control"), mirror, options.real());
        cell = new ControlCell(MemoryFile.texts(durable.readFresh(MEMORY_KEY)));
        desk = new CommandDesk(cell, state::freeze, state::settings, relay, state.safeMode, state.events,
                options.plant());
        settingsPort = new CoreSettings(state, keeper);
        published = new Published<>(state.snapshot());
        mirrored = new Mirrored(files, mirror);
        services = buildServices();
        supervisor = new Supervisor(timings(options.timings(), state.settings()), options.real(), services,
                state.safeMode, state.events, state.services::set);
        supervising = Thread.ofPlatform().name("supervisor").daemon(true).unstarted(this::supervise);
        socket = new ControlSocket(home.socket(), new CommandDoor(this));
    }

    private static SettingsStore store(CoreOptions options) {
        Optional<Path> file = options.settingsFile().or(() -> Optional.of(options.home().settingsFile()));
        return new SettingsStore(new SettingsStore.Place(file, options.settingsFile().isEmpty(), options.environment(),
                options.overrides(), options.home().versions()), options.real());
    }

    private void rebuild(String service) {
        supervisor.rebuild(service);
    }

    private static Timings timings(Timings timings, Settings settings) {
        return timings.starting(settings.health().firstProbe(), settings.health().serviceGap());
    }

    private List<Service> buildServices() {
        CoreServices plans = new CoreServices(state);
        return List.of(plans.system(this::systemLoops), plans.config(this::configLoops),
                plans.device(this::deviceLoops), plans.control(this::controlLoops), plans.logging(this::loggingLoops))
                .stream()
                .map(plan -> new Service(plan, options.real(), options.halt(), state.events))
                .toList();
    }

    private List<Loop> systemLoops() {
        return List.of(new SnapshotLoop(state.changed, this::publish, options.real()), mirror);
    }

    private List<Loop> configLoops() {
        return List.of(keeper.loop());
    }

    private List<Loop> deviceLoops() {
        Settings now = state.settings();
        Parts.Relay client = options.parts()
                .relay(now.relay(), options.plant(), options.real(),
                        report -> state.plant.engine.set(Optional.of(report)), state.plant.relayLink::set,
                        answer -> state.plant.answer.set(Optional.of(answer)), state.events);
        Loop poller = options.parts()
                .inverter(now.inverter(), now.generator().pollInterval(), options.plant(),
                        options.real(), state.plant.inverter::set, state.plant.inverterLink::set, state.events);
        relay.connect(client);
        keeper.taken("device");
        return List.of(poller, client);
    }

    private List<Loop> controlLoops() {
        cell.restart();
        return List.of(new ControlLoop(cell, state::freeze, keeper::forTick, relay, this::decided, state.control::set,
                state.events, options.plant(), options.real()));
    }

    private void decided(Step step) {
        memoryFile.offer(cell, step);
        keeper.ticked();
    }

    private List<Loop> loggingLoops() {
        Parts.Log records = options.parts().log(options.home().database(), logging(), options.plant());
        log.connect(records);
        keeper.taken("logging");
        return List.of(records);
    }

    /** Unless a person named a folder, the daily files go with everything else. */
    private LoggingSettings logging() {
        Effective now = state.settings.get();
        LoggingSettings logging = now.settings().logging();
        boolean chosen = !logging.csvDir().equals(LoggingSettings.defaults().csvDir());
        return chosen || !options.home().moved()
                ? logging
                : new LoggingSettings(options.home().logs().toString(), logging.csvInterval(),
                        logging.retentionDays());
    }

    private void supervise() {
        try {
            supervisor.boot();
            supervisor.monitor();
        } catch (InterruptedException e) {
            LOG.debug("The supervisor ends");
        } catch (RuntimeException | Error e) {
            LOG.error("[ERROR] The supervisor failed: the process ends and begins anew", e);
            options.halt().accept(1);
        }
    }

    private void publish() {
        CoreSnapshot now = snapshot();
        log.accept(now);
        mirrored.offer(now, state.settings.get(), keeper.status());
        published.set(now);
    }

    @Override
    public CoreSnapshot snapshot() {
        return state.snapshot();
    }

    @Override
    public Subscription subscribe(Consumer<CoreSnapshot> listener) {
        return published.subscribe(listener)::close;
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
    public SettingsPort settings() {
        return settingsPort;
    }

    /** Ports of the health endpoints by service; 0 for one that has none. */
    public Map<String, Integer> healthPorts() {
        Map<String, @Nullable Integer> ports = new TreeMap<>();
        services.forEach(service -> ports.put(service.name(), service.port()));
        return Map.copyOf(ports);
    }

    /** Stops the services in reverse order. The relay server keeps the engine safe alone. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        socket.close();
        supervising.interrupt();
        try {
            supervising.join(Duration.ofSeconds(1));
            supervisor.stopAll();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        mirror.writeOffered();
        services.forEach(Service::close);
        lock.close();
    }
}
