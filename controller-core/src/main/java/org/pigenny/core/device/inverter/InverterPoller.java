// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.inverter;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.pigenny.core.device.modbus.BlockReader;
import org.pigenny.core.device.modbus.BlockReader.Manners;
import org.pigenny.core.device.modbus.Bus;
import org.pigenny.core.device.modbus.LinkKeeper;
import org.pigenny.core.device.modbus.Table;
import org.pigenny.core.device.profile.Profile;
import org.pigenny.core.device.profile.Profiles;
import org.pigenny.core.model.EventSink;
import org.pigenny.core.model.InverterReport;
import org.pigenny.core.model.LinkReport;
import org.pigenny.core.model.LinkReport.State;
import org.pigenny.core.model.Loop;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.RegisterPort;
import org.pigenny.core.model.settings.InverterSettings;
import org.pigenny.core.time.TimeSource;

/**
 * Reads the inverter by plan, for ever. Publishes after each poll what is known and how the link is; an inverter, a port or
 * a profile that is not there is a state of the link, never an end.
 */
public final class InverterPoller implements Loop, RegisterPort {
    /** Progress is told at least so often within one interval. */
    private static final int STEPS_PER_INTERVAL = 10;

    private final InverterSettings settings;
    private final Duration interval;
    private final TimeSource plant;
    private final Consumer<InverterReport> reports;
    private final Consumer<LinkReport> links;
    private final LinkKeeper link;
    private final Bus bus;
    private volatile boolean running;

    /**
     * @param pollInterval from the beginning of one poll to the next, in plant time
     * @param plant stamps the readings and paces the polls
     * @param real measures time-outs and round trips
     */
    public InverterPoller(InverterSettings settings, Duration pollInterval, TimeSource plant, TimeSource real,
            Consumer<InverterReport> reports, Consumer<LinkReport> links, EventSink events) {
        this.settings = settings;
        this.interval = pollInterval;
        this.plant = plant;
        this.reports = reports;
        this.links = links;
        this.link = new LinkKeeper(plant, events);
        this.bus = Buses.bus(settings, real);
    }

    @Override
    public String name() {
        return "inverter";
    }

    @Override
    public void run(Runnable progress) throws InterruptedException {
        links.accept(link.report());
        Optional<Profile> profile = profile();
        if (profile.isEmpty()) {
            link.set(State.DOWN, Message.of("link.no_profile", settings.profile(),
                    String.join(", ", Profiles.names())));
            links.accept(link.report());
        }
        running = true;
        try {
            poll(profile, progress);
        } finally {
            running = false;
            bus.release();
        }
    }

    @Override
    public RegisterPort.Answer registers(boolean holding, int start, int count) throws InterruptedException {
        if (!running) {
            return new RegisterPort.Answer.NoLine(Message.of("link.starting"));
        }
        // Counts of its own: the link's are those of the polls.
        BlockReader reader = reader(profile().orElse(Profiles.named(Profiles.LUXPOWER)),
                new LinkKeeper(plant, event -> {}));
        return switch (reader.read(holding ? Table.HOLDING : Table.INPUT, start, count)) {
            case BlockReader.Result.Words read -> new RegisterPort.Answer.Words(read.words());
            case BlockReader.Result.Refused refused -> new RegisterPort.Answer.Refused(refused.code());
            case BlockReader.Result.Nothing ignored -> new RegisterPort.Answer.Nothing();
            case BlockReader.Result.NoLine broken -> new RegisterPort.Answer.NoLine(broken.why());
        };
    }

    /** Lends the port to somebody else: it is let go, and nobody asks anything on this wire until it comes back. */
    public Bus.Hold lend() throws InterruptedException {
        return bus.lend();
    }

    /** The wire, for other devices on it. Opened by the first request, let go when the poller ends. */
    public Bus bus() {
        return bus;
    }

    /** What the wire is called in a pool. */
    public String wire() {
        return place();
    }

    private Optional<Profile> profile() {
        return Profiles.names().contains(settings.profile())
                ? Optional.of(Profiles.named(settings.profile()))
                : Optional.empty();
    }

    private void poll(Optional<Profile> profile, Runnable progress) throws InterruptedException {
        Sheet sheet = new Sheet(profile.orElse(Profiles.named(Profiles.LUXPOWER)));
        Optional<Cycle> cycle = profile.map(known -> new Cycle(known, reader(known, link), link, sheet));
        long due = plant.nanos();
        while (true) {
            if (cycle.isPresent()) {
                tell(cycle.get().run());
                reports.accept(sheet.report());
                links.accept(link.report());
            }
            due = rest(due + interval.toNanos(), progress);
        }
    }

    private BlockReader reader(Profile profile, LinkKeeper counts) {
        return new BlockReader(bus, new Manners(settings.slave(), settings.timeout(), settings.retries(),
                settings.maxRegisters(), Duration.ofMillis(profile.settleMillis())), counts, plant);
    }

    private void tell(Cycle.Outcome outcome) {
        switch (outcome) {
            case Cycle.Outcome.Answered ignored -> link.set(State.UP, Message.of("link.up", place()));
            case Cycle.Outcome.Nothing nothing -> link.set(State.DOWN, nothing.garbled()
                    ? Message.of("link.garbled", place())
                    : Message.of("link.no_answer", place(), settings.slave()));
            case Cycle.Outcome.NoLine broken -> link.set(State.DOWN, broken.why());
        }
    }

    private String place() {
        return settings.connection() == InverterSettings.Connection.SERIAL
                ? settings.port()
                : settings.host() + ":" + settings.tcpPort();
    }

    /** Waits for the next poll that is not past yet, telling progress on the way; polls that were missed are not made up. */
    private long rest(long due, Runnable progress) throws InterruptedException {
        long now = plant.nanos();
        long next = due - now >= 0 ? due : now;
        long step = Math.max(1, interval.toNanos() / STEPS_PER_INTERVAL);
        do {
            progress.run();
            plant.sleepUntil(Math.min(next, plant.nanos() + step));
        } while (plant.nanos() - next < 0);
        return next;
    }
}
