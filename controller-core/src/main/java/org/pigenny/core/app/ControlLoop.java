// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.pigenny.core.control.Generator;
import org.pigenny.core.control.Memory;
import org.pigenny.core.control.Request;
import org.pigenny.core.control.Step;
import org.pigenny.core.model.ControlReport;
import org.pigenny.core.model.EventSink;
import org.pigenny.core.model.Loop;
import org.pigenny.core.model.PlantSnapshot;
import org.pigenny.core.model.RelayPort;
import org.pigenny.core.model.settings.GeneratorSettings;
import org.pigenny.core.model.settings.Settings;
import org.pigenny.core.time.TimeSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides once a second of plant time. Waits for nothing else: no disk, no bus, no network, no screen. */
public final class ControlLoop implements Loop {
    /** Once a second (generator-control.md 1). */
    public static final Duration TICK = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(ControlLoop.class);

    private final ControlCell cell;
    private final Supplier<PlantSnapshot> freeze;
    private final Supplier<Settings> settings;
    private final RelayPort relay;
    private final Consumer<Step> decided;
    private final Consumer<ControlReport> publish;
    private final EventSink events;
    private final TimeSource plant;
    private final TimeSource real;
    private boolean failing;

    /**
     * @param decided told of every step, after it was acted on
     * @param publish told of every report
     */
    ControlLoop(ControlCell cell, Supplier<PlantSnapshot> freeze, Supplier<Settings> settings, RelayPort relay,
            Consumer<Step> decided, Consumer<ControlReport> publish, EventSink events, TimeSource plant,
            TimeSource real) {
        this.cell = cell;
        this.freeze = freeze;
        this.settings = settings;
        this.relay = relay;
        this.decided = decided;
        this.publish = publish;
        this.events = events;
        this.plant = plant;
        this.real = real;
    }

    @Override
    public String name() {
        return "tick";
    }

    @Override
    public void run(Runnable progress) throws InterruptedException {
        long next = plant.nanos();
        while (true) {
            tickSafely(progress);
            // Ticks that were missed are missed: a burst would decide on the same second again and again.
            next = Math.max(next + TICK.toNanos(), plant.nanos());
            plant.sleepUntil(next);
        }
    }

    /** One failed tick is skipped; when all fail there is no progress, and the supervisor rebuilds the loop. */
    private void tickSafely(Runnable progress) {
        List<Request> requests = cell.take();
        Step step;
        long begun = real.nanos();
        try {
            PlantSnapshot now = freeze.get();
            Memory before = cell.memory();
            GeneratorSettings with = settings.get().generator();
            step = Generator.tick(before, now, with, requests);
            cell.tap().ticked(before, now, with, requests, step);
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.error("[ERROR] A control tick failed", e);
            }
            failing = true;
            cell.giveBackStops(requests);
            return;
        }
        // A loop that was given up for hung and comes back ends here, before it acts on an old picture.
        progress.run();
        act(step, (real.nanos() - begun) / 1000);
    }

    private void act(Step step, long micros) {
        cell.keep(step.memory());
        step.actions().forEach(relay::submit);
        relay.renew();
        publish.accept(step.report().took(micros));
        step.events().forEach(events::record);
        decided.accept(step);
    }
}
