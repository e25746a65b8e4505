// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.relay;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.model.EngineAnswer;
import org.pigenny.core.model.EngineCommand;
import org.pigenny.core.model.EngineReport;
import org.pigenny.core.model.Event;
import org.pigenny.core.model.EventSink;
import org.pigenny.core.model.LinkReport;
import org.pigenny.core.model.Loop;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.RelayPort;
import org.pigenny.core.model.Severity;
import org.pigenny.core.model.settings.RelaySettings;
import org.pigenny.core.time.Backoff;
import org.pigenny.core.time.TimeSource;
import org.pigenny.olimex.protocol.Answers;
import org.pigenny.olimex.protocol.StatusKey;
import org.pigenny.olimex.protocol.Verb;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The core's end of the wire. Subscribes to every change, keeps the report fresh, renews the leases only while control asks
 * for it, and comes back by itself.
 */
public final class RelayClient implements RelayPort, Loop {
    private static final Logger LOG = LoggerFactory.getLogger(RelayClient.class);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    /** The board's interpreter is slow, but not that slow. */
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration REFRESH = Duration.ofSeconds(2);
    /** Of the plant's time: where that runs faster, a report must not grow old between two looks. */
    private static final Duration REFRESH_PLANT = Duration.ofSeconds(10);
    private static final Duration RENEW = Duration.ofSeconds(1);
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final long STEP_MILLIS = 200;
    private static final String RESTARTED = "R-203";

    private final RelaySettings settings;
    private final TimeSource plant;
    private final TimeSource real;
    private final Consumer<EngineReport> reports;
    private final Consumer<EngineAnswer> answers;
    private final EventSink events;
    private final LinkBook book;
    private final Outbox outbox = new Outbox();
    private final AtomicBoolean renewals = new AtomicBoolean();
    private final Backoff backoff = new Backoff(FIRST_WAIT, LONGEST_WAIT);
    private final PlantPace pace;
    private volatile @Nullable Selector selector;
    private final Restarts restarts = new Restarts();
    private long healthDue;

    public RelayClient(RelaySettings settings, TimeSource plant, TimeSource real, Consumer<EngineReport> reports,
            Consumer<LinkReport> links, Consumer<EngineAnswer> answers, EventSink events) {
        this.settings = settings;
        this.plant = plant;
        this.real = real;
        this.reports = reports;
        this.answers = answers;
        this.events = events;
        book = new LinkBook(links);
        pace = new PlantPace(plant, real);
        healthDue = plant.nanos();
    }

    @Override
    public String name() {
        return "relay-client";
    }

    @Override
    public void submit(EngineCommand command) {
        outbox.put(command);
        wake();
    }

    @Override
    public void renew() {
        renewals.set(true);
    }

    private void wake() {
        Selector current = selector;
        if (current != null) {
            current.wakeup();
        }
    }

    @Override
    public void run(Runnable progress) throws InterruptedException {
        try (Selector own = Selector.open()) {
            selector = own;
            while (!Thread.currentThread().isInterrupted()) {
                try (Wire wire = new Wire(own, new InetSocketAddress(settings.host(), settings.port()))) {
                    converse(wire, progress);
                } catch (IOException | RuntimeException e) {
                    lost(e);
                }
                rest(own, backoff.failed(), progress);
            }
        } catch (IOException e) {
            throw new IllegalStateException("no selector", e);
        } finally {
            selector = null;
        }
        throw new InterruptedException();
    }

    private void converse(Wire wire, Runnable progress) throws IOException {
        Session session = connect(wire, progress);
        Optional<byte[]> key = KeyFile.read(settings);
        if (key.isPresent()) {
            session.authenticate(key.get(), this::authenticated);
        }
        look(session, this::up);
        session.ask(Verb.SUBSCRIBE, "", line -> {});
        long refreshAt = real.nanos() + REFRESH.toNanos();
        long refreshPlantAt = plant.nanos() + REFRESH_PLANT.toNanos();
        long renewAt = real.nanos();
        while (!Thread.currentThread().isInterrupted()) {
            for (Optional<EngineCommand> next = outbox.take(); next.isPresent(); next = outbox.take()) {
                order(session, next.get());
            }
            if (real.nanos() >= renewAt && renewals.getAndSet(false)) {
                session.ask(Verb.RENEW, "", line -> {});
                renewAt = real.nanos() + RENEW.toNanos();
            }
            if (real.nanos() >= refreshAt || plant.nanos() >= refreshPlantAt) {
                look(session, book::publish);
                refreshAt = real.nanos() + REFRESH.toNanos();
                refreshPlantAt = plant.nanos() + REFRESH_PLANT.toNanos();
            }
            wire.await(STEP_MILLIS);
            session.take();
            if (session.waiting() > ANSWER_TIMEOUT.toNanos()) {
                book.timedOut();
                throw new IOException("no answer");
            }
            progress.run();
        }
    }

    private void look(Session session, Runnable seen) throws IOException {
        long askedAt = real.nanos();
        session.ask(Verb.STATUS, "", line -> {
            noticeRestart(session.values(), askedAt);
            seen.run();
        });
    }

    private Session connect(Wire wire, Runnable progress) throws IOException {
        Reader reader = new Reader();
        Session session = new Session(wire, real, book, () -> reader.report());
        reader.session = session;
        long giveUpAt = real.nanos() + CONNECT_TIMEOUT.toNanos();
        while (!session.greeted()) {
            wire.await(STEP_MILLIS);
            session.take();
            progress.run();
            if (real.nanos() > giveUpAt || Thread.currentThread().isInterrupted()) {
                book.timedOut();
                throw new IOException("no greeting");
            }
        }
        return session;
    }

    /** Publishes what a session has read. */
    private final class Reader {
        private @Nullable Session session;

        void report() {
            Session current = session;
            if (current != null && current.values().containsKey(StatusKey.PHASE)) {
                Map<StatusKey, String> values = current.values();
                EngineReport report = Reports.of(values, pace.perReal(), plant.nanos());
                reports.accept(report);
                logHealth(report);
            }
        }
    }

    private void noticeRestart(Map<StatusKey, String> values, long askedAt) {
        String seconds = values.getOrDefault(StatusKey.SERVER_SECONDS, StatusKey.NOTHING);
        String process = values.getOrDefault(StatusKey.PROCESS, StatusKey.NOTHING);
        if (!seconds.equals(StatusKey.NOTHING)
                && restarts.restarted(process, Long.parseLong(seconds), askedAt, real.nanos())) {
            event(Severity.WARNING, Message.of("link.relay.restarted"), Optional.of(RESTARTED));
        }
    }

    /** The line that one greps for after a day (operations.md). */
    private void logHealth(EngineReport report) {
        if (plant.nanos() >= healthDue) {
            healthDue = plant.nanos() + settings.healthInterval().toNanos();
            EngineReport.BoardHealth health = report.health();
            LOG.info("Olimex health: threads={} uptime={} memory={} disk={}", health.threads(), health.uptime(),
                    health.memory(), health.disk());
        }
    }

    private void order(Session session, EngineCommand command) throws IOException {
        Verb verb = switch (command) {
            case START, START_WITHOUT_WARMUP -> Verb.RUN;
            case STOP -> Verb.HALT;
            case EMERGENCY_STOP -> Verb.ESTOP;
            case RESET -> Verb.RESET;
            case CYCLE_CHARGER -> Verb.CYCLE;
        };
        String option = command == EngineCommand.START_WITHOUT_WARMUP ? Answers.SKIP_WARMUP : "";
        session.ask(verb, option, line -> answered(command, line));
    }

    private void answered(EngineCommand command, String line) {
        boolean accepted = line.startsWith("OK");
        if (command == EngineCommand.START_WITHOUT_WARMUP && accepted && !line.endsWith(Answers.WARMUP_SKIPPED)) {
            event(Severity.WARNING, Message.of("link.relay.warms_up"), Optional.empty());
        }
        answers.accept(new EngineAnswer(command, accepted, line, plant.nanos()));
    }

    private void authenticated(String line) {
        if (!line.startsWith("OK")) {
            event(Severity.MAJOR, Message.of("link.relay.key", line), Optional.empty());
        }
    }

    private void up() {
        backoff.succeeded();
        if (book.tell(LinkReport.State.UP, Message.of("link.up", place()), plant.nanos())) {
            event(Severity.INFO, Message.of("link.relay.up", place()), Optional.empty());
        }
    }

    private void lost(Exception e) {
        Message words = words(e);
        if (book.tell(LinkReport.State.DOWN, words, plant.nanos())) {
            event(Severity.WARNING, words, Optional.empty());
        }
        refuseWaiting();
    }

    private Message words(Exception e) {
        boolean nobody = e instanceof ConnectException || e instanceof NoRouteToHostException;
        return nobody
                ? Message.of("link.relay.unreachable", settings.host(), String.valueOf(settings.port()))
                : Message.of("link.relay.lost", place(), String.valueOf(e.getMessage()));
    }

    /** Nobody is surprised by a start that was asked for ten minutes ago. */
    private void refuseWaiting() {
        for (Optional<EngineCommand> next = outbox.takeUndeliverable(); next.isPresent(); next = outbox
                .takeUndeliverable()) {
            answers.accept(new EngineAnswer(next.get(), false, "Relay server unreachable", plant.nanos()));
        }
    }

    private void rest(Selector own, Duration time, Runnable progress) throws IOException {
        long until = real.nanos() + time.toNanos();
        while (real.nanos() < until && !Thread.currentThread().isInterrupted()) {
            own.select(STEP_MILLIS);
            refuseWaiting();
            progress.run();
        }
    }

    private String place() {
        return settings.host() + ":" + settings.port();
    }

    private void event(Severity severity, Message text, Optional<String> code) {
        events.record(new Event(plant.wall(), Event.Kind.RELAY, severity, text, code, Origin.CORE));
    }
}
