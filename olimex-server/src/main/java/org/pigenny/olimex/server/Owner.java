// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.pigenny.olimex.board.Board;
import org.pigenny.olimex.board.BoardException;
import org.pigenny.olimex.board.SimulatedBoard;
import org.pigenny.olimex.protocol.Inputs;
import org.pigenny.olimex.protocol.Relay;
import org.pigenny.olimex.sequence.Saved;
import org.pigenny.olimex.sequence.SequenceEvent;
import org.pigenny.olimex.sequence.Sequencer;

/** The one thread that touches the board. Everybody else leaves an order or looks at what it published. */
final class Owner implements Runnable {
    private static final int MOST_ORDERS = 256;
    private static final int NEVER_WRITTEN = -1;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    /** An hour-long run is kept to within this when the board itself reboots. */
    private static final long SAVE_EVERY = 600 * NANOS_PER_SECOND;
    private static final int MOST_FAILURES = 3;

    private final Board board;
    private final Optional<SimulatedBoard> simulation;
    private final Sequencer sequencer;
    private final LongSupplier clock;
    private final Journal journal;
    private final Consumer<Saved> save;
    private final long tick;
    private final long idleTick;
    private final BlockingDeque<Order> orders = new LinkedBlockingDeque<>(MOST_ORDERS);
    private final List<Waiting> waiting = new ArrayList<>();
    private final List<Runnable> watchers = new ArrayList<>();

    private int written = NEVER_WRITTEN;
    private int shown;
    private boolean busOk = true;
    private boolean doubtful;
    private long relaysSince;
    private Saved lastSaved = Saved.NONE;
    private long lastSavedAt;
    private int failures;
    private volatile boolean stopped;
    private volatile View view;

    private record Waiting(Order.Result result, Consumer<String> answer) {}

    Owner(Board board, Optional<SimulatedBoard> simulation, Sequencer sequencer, LongSupplier clock, Journal journal,
            Consumer<Saved> save, Duration tick) {
        this.board = board;
        this.simulation = simulation;
        this.sequencer = sequencer;
        this.clock = clock;
        this.journal = journal;
        this.save = save;
        this.tick = tick.toNanos();
        idleTick = 2 * this.tick;
        shown = sequencer.relays();
        relaysSince = clock.getAsLong();
        view = look(relaysSince);
    }

    /** Called on the owner's thread whenever a new view is there; must not block. Before the thread starts only. */
    void watch(Runnable watcher) {
        watchers.add(watcher);
    }

    View view() {
        return view;
    }

    /** Nanoseconds of the clock that stamps views and the log. */
    long now() {
        return clock.getAsLong();
    }

    /** Does it in turn; false when too much is waiting. */
    boolean submit(Order order) {
        return orders.offerLast(order);
    }

    /** Does it before everything that is waiting. */
    boolean submitFirst(Order order) {
        return orders.offerFirst(order);
    }

    void end() {
        stopped = true;
    }

    /** Whether the sequencer was told to end: only then is an engine that is off a reason to go. */
    boolean closing() {
        return sequencer.closing();
    }

    @Override
    public void run() {
        long next = clock.getAsLong();
        while (!stopped) {
            try {
                long left = next - clock.getAsLong();
                Order order = left > 0 ? orders.poll(left, TimeUnit.NANOSECONDS) : orders.poll();
                long now = clock.getAsLong();
                if (order != null) {
                    waiting.add(new Waiting(order.action().execute(sequencer, now), order.answer()));
                }
                if (now >= next) {
                    sequencer.tick(now, sense());
                    next = now + (sequencer.quiet(now).isZero() ? tick : idleTick);
                }
                move(now);
                failures = 0;
            } catch (InterruptedException e) {
                stopped = true;
            } catch (RuntimeException e) {
                survive(e);
            }
        }
    }

    /** A defect of ours must not leave relays without an owner: a new process takes over better than a broken one goes on. */
    private void survive(RuntimeException e) {
        failures++;
        journal.notice("Internal error: " + e + " at " + (e.getStackTrace().length > 0 ? e.getStackTrace()[0] : "?"));
        if (failures >= MOST_FAILURES) {
            System.err.println("Too many internal errors, giving up");
            Runtime.getRuntime().halt(70);
        }
    }

    private Inputs sense() {
        if (doubtful) {
            doubtful = false;
            return Inputs.UNKNOWN;
        }
        try {
            Inputs inputs = board.read();
            bus(true, "");
            return inputs;
        } catch (BoardException e) {
            bus(false, String.valueOf(e.getMessage()));
            return Inputs.UNKNOWN;
        }
    }

    /** Writes the relays when they should be others, then tells everybody. */
    private void move(long now) {
        // First what the next process must know, then the relays: killed in between, nothing is closed again.
        keep(now);
        int wanted = sequencer.relays();
        if (wanted != written && !sequencer.deciding()) {
            write(now, wanted);
        }
        for (SequenceEvent event : sequencer.drain()) {
            // The relays are told below, once they are really written.
            if (event.kind() != SequenceEvent.Kind.RELAYS) {
                journal.line(event.kind().name().toLowerCase(Locale.ROOT) + " " + event.text());
            }
        }
        View before = view;
        view = look(now);
        answer();
        if (!view.sameAs(before)) {
            watchers.forEach(Runnable::run);
        }
    }

    private void write(long now, int wanted) {
        try {
            board.write(wanted);
            if (wanted != shown) {
                journal.line(String.format(Locale.ROOT, "relays %s -> %s after %.3f s: %s", Relay.describe(shown),
                        Relay.describe(wanted), (now - relaysSince) / (double) NANOS_PER_SECOND, sequencer.reason()));
                relaysSince = now;
            }
            written = wanted;
            shown = wanted;
        } catch (BoardException e) {
            // Nobody knows what the board holds now: it is written again, and the inputs are not trusted until then.
            written = NEVER_WRITTEN;
            doubtful = true;
            bus(false, String.valueOf(e.getMessage()));
        }
    }

    private void bus(boolean ok, String why) {
        if (ok != busOk) {
            busOk = ok;
            journal.notice(ok ? "Relay board answers again" : "Relay board does not answer: " + why);
        }
    }

    private void keep(long now) {
        Saved saved = sequencer.saved();
        if (!saved.equals(lastSaved) || (saved.ranSince() != 0 && now - lastSavedAt >= SAVE_EVERY)) {
            lastSaved = saved;
            lastSavedAt = now;
            save.accept(saved);
        }
    }

    private void answer() {
        for (Iterator<Waiting> all = waiting.iterator(); all.hasNext();) {
            Waiting one = all.next();
            Optional<String> text = one.result().when(view.report());
            if (text.isPresent()) {
                all.remove();
                one.answer().accept(text.get());
            }
        }
    }

    private View look(long now) {
        boolean charging = simulation.isPresent() && simulation.get().charging();
        return new View(sequencer.report(now), shown, busOk, simulation.isPresent(), charging, now);
    }
}
