// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.server;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.pigenny.olimex.board.BoardException;
import org.pigenny.olimex.protocol.Phase;
import org.pigenny.olimex.sequence.Saved;
import org.pigenny.olimex.sequence.SequenceSettings;
import org.pigenny.olimex.sequence.Sequencer;

/** The assembly: everything is made and wired here, once. */
final class Server {
    private static final Duration SLOWEST_TICK = Duration.ofMillis(50);
    private static final Duration FASTEST_TICK = Duration.ofMillis(2);
    /** A phase is looked at so many times, even when a test or a demo has made it short. */
    private static final int TICKS_PER_PHASE = 10;
    private static final long KILO = 1024;
    private static final long FIRST_LOOK_MILLIS = 1000;

    private final BootClock clock = new BootClock();
    private final Keeper keeper = new Keeper();
    private final Handover handover = new Handover();
    private final CountDownLatch off = new CountDownLatch(1);
    private final CountDownLatch known = new CountDownLatch(1);
    private final Options options;
    private final Settings settings;
    private final Journal journal;
    private final Owner owner;
    private final Switchboard switchboard;
    private final Thread ownerThread;
    private final FileChannel lock;

    Server(Options options, Settings settings, Paths paths) throws SettingsException {
        this.options = options;
        this.settings = settings;
        Path stateDir = paths.stateDir(options);
        lock = lock(stateDir);
        journal = new Journal(paths.log(settings, stateDir, Boards.kind(options)), settings.count(Key.LOG_KB) * KILO,
                clock::nanos, keeper);
        Access access = Access.of(settings);
        StateFile state = stateFile(stateDir);
        StateFile.Loaded loaded = state.load();
        Boards boards = boards(stateDir);
        SequenceSettings sequence = settings.sequence();
        owner = new Owner(boards.board(), boards.simulation(), new Sequencer(sequence, loaded.saved()), clock::nanos,
                journal, saver(state), tick(sequence));
        StatusWriter status = new StatusWriter(new HostStats(clock::nanos), clock::nanos, Version.text());
        Commands commands = new Commands(owner, status, access, journal, boards.simulation(), handover);
        switchboard = listen(commands, status, access);
        owner.watch(switchboard::viewChanged);
        owner.watch(this::notePhase);
        ownerThread = new Thread(owner, "owner");
        loaded.complaint().ifPresent(journal::notice);
        boards.simulation()
                .ifPresent(board -> System.err.println(
                        "*** SIMULATED board and engine: no relay moves. Real: --board modio ***"));
        journal.line("start: version " + Version.text() + ", " + boards.board().name() + ", state in " + stateDir);
    }

    private StateFile stateFile(Path stateDir) throws SettingsException {
        try {
            return new StateFile(stateDir, clock);
        } catch (IOException e) {
            throw new SettingsException("State directory " + stateDir + " cannot be written: " + e);
        }
    }

    private Boards boards(Path stateDir) throws SettingsException {
        try {
            return Boards.open(options, settings, stateDir, clock);
        } catch (BoardException e) {
            throw new SettingsException(String.valueOf(e.getMessage()));
        }
    }

    private static FileChannel lock(Path stateDir) throws SettingsException {
        try {
            Files.createDirectories(stateDir.resolve("simulated"));
            FileChannel channel = FileChannel.open(stateDir.resolve("lock"), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            FileLock taken = channel.tryLock();
            if (taken == null) {
                throw new SettingsException("Another relay server owns state directory " + stateDir);
            }
            Files.writeString(stateDir.resolve("pid"), ProcessHandle.current().pid() + "\n");
            return channel;
        } catch (OverlappingFileLockException e) {
            throw new SettingsException("Another relay server owns state directory " + stateDir);
        } catch (IOException e) {
            throw new SettingsException("State directory " + stateDir + " cannot be written: " + e);
        }
    }

    private java.util.function.Consumer<Saved> saver(StateFile state) {
        AtomicReference<Saved> newest = new AtomicReference<>();
        return saved -> {
            state.keepNow(saved);
            boolean waiting = newest.getAndSet(saved) != null;
            if (!waiting && !keeper.later(() -> save(state, newest))) {
                newest.set(null);
            }
        };
    }

    private void save(StateFile state, AtomicReference<Saved> newest) {
        Saved saved = newest.getAndSet(null);
        try {
            if (saved != null) {
                state.save(saved);
            }
        } catch (IOException e) {
            journal.notice("State cannot be kept: " + e.getMessage());
        }
    }

    private static Duration tick(SequenceSettings sequence) {
        Duration shortest = Stream.of(Phase.values())
                .map(sequence::lengthOf)
                .filter(length -> !length.isZero())
                .min(Duration::compareTo)
                .orElse(SLOWEST_TICK)
                .dividedBy(TICKS_PER_PHASE);
        return shortest.compareTo(SLOWEST_TICK) > 0
                ? SLOWEST_TICK
                : shortest.compareTo(FASTEST_TICK) < 0 ? FASTEST_TICK : shortest;
    }

    private Switchboard listen(Commands commands, StatusWriter status, Access access) throws SettingsException {
        InetSocketAddress address = new InetSocketAddress(options.host(), options.port());
        if (address.isUnresolved()) {
            throw new SettingsException("--host " + options.host() + " is refused, no such address");
        }
        try {
            return new Switchboard(address, settings, commands, owner, status, access, journal, clock::nanos);
        } catch (BindException e) {
            throw new SettingsException("Cannot listen on " + options.host() + " port " + options.port()
                    + ": another program uses it, or the address is not ours (" + e.getMessage() + ")");
        } catch (IOException e) {
            throw new SettingsException("Cannot listen on " + options.host() + " port " + options.port() + ": "
                    + e.getMessage());
        }
    }

    /** Serves until the process is asked to end. */
    void run() throws IOException {
        keeper.start();
        ownerThread.start();
        awaitFirstLook();
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "end"));
        journal.notice("Listening on " + options.host() + ":" + switchboard.port());
        switchboard.run();
    }

    /** Who connects at once finds a server that knows what is going on, when the board can be read at all. */
    private void awaitFirstLook() {
        try {
            if (!known.await(FIRST_LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                journal.line("the inputs could not be read yet");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The normal stop of the engine, however long it takes, unless the engine is handed over. */
    private void end() {
        if (handover.asked()) {
            journal.line("end: the engine is handed over in phase " + owner.view().report().phase().word());
        } else {
            owner.submitFirst(new Order((sequencer, now) -> {
                sequencer.close(now);
                return Order.Result.now("");
            }, text -> notePhase()));
            waitUntilOff();
            journal.line("end: relays " + owner.view().relays() + ", phase " + owner.view().report().phase().word());
        }
        owner.end();
        try {
            ownerThread.join(TimeUnit.SECONDS.toMillis(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        keeper.close();
    }

    private void waitUntilOff() {
        Duration longest = settings.seconds(Key.COOLDOWN_S).plus(settings.seconds(Key.STOP_TIMEOUT_S)).plusSeconds(10);
        try {
            if (!off.await(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                journal.line("end: the engine is not proven off");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void notePhase() {
        Phase phase = owner.view().report().phase();
        if (phase != Phase.UNKNOWN) {
            known.countDown();
        }
        boolean ended = phase == Phase.OFF || (phase == Phase.FAULT && owner.view().relays() == 0);
        if (owner.closing() && ended) {
            off.countDown();
        }
    }

    /** The lock is held as long as this is reachable. */
    Optional<FileChannel> held() {
        return Optional.of(lock);
    }
}
