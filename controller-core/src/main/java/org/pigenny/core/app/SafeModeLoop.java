// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.pigenny.core.model.Event;
import org.pigenny.core.model.LinkReport;
import org.pigenny.core.model.Loop;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Quantity;
import org.pigenny.core.model.Reading;
import org.pigenny.core.model.Severity;
import org.pigenny.core.system.DeviceSafeMode;
import org.pigenny.core.system.DeviceSafeMode.Device;
import org.pigenny.core.system.DeviceSafeMode.Verdict;
import org.pigenny.core.time.TimeSource;

/** Judges once a second of plant time whether a device has been silent, or its readings frozen, for too long. */
final class SafeModeLoop implements Loop {
    private static final Duration LOOK = Duration.ofSeconds(1);
    /** The relay server tells its state every few seconds by itself. */
    private static final Duration RELAY_FRESH = Duration.ofSeconds(15);

    private final CoreState state;
    private final TimeSource plant;
    private final DeviceSafeMode rules = new DeviceSafeMode();

    SafeModeLoop(CoreState state) {
        this.state = state;
        this.plant = state.plant.time();
    }

    @Override
    public String name() {
        return "safe-mode";
    }

    @Override
    public void run(Runnable progress) throws InterruptedException {
        while (true) {
            look();
            progress.run();
            plant.sleep(LOOK);
        }
    }

    void look() {
        long now = plant.nanos();
        var settings = state.settings();
        Duration poll = settings.generator().pollInterval();
        var inverter = state.plant.inverter.get();
        rules.sample(now, inverter.known(Quantity.LOAD_POWER, now, poll), inverter.known(Quantity.PV_POWER, now, poll),
                settings.safeMode());
        Verdict before = state.deviceSafeMode.get();
        Verdict after = rules.judge(List.of(inverter(now, poll), relay(now)), settings.safeMode());
        if (!before.equals(after)) {
            state.deviceSafeMode.set(after);
        }
        if (before.active() != after.active()) {
            Message text = after.active()
                    ? Message.of("safe_mode.devices", after.reason())
                    : Message.of("safe_mode.devices_over");
            state.events.record(new Event(plant.wall(), Event.Kind.SYSTEM,
                    after.active() ? Severity.WARNING : Severity.INFO, text, Optional.empty(), Origin.CORE));
        }
    }

    private Device inverter(long now, Duration poll) {
        OptionalLong newest = state.plant.inverter.get()
                .readings()
                .values()
                .stream()
                .mapToLong(Reading::takenAtNanos)
                .max();
        // Two missed polls are in order; from then on the readings stand still.
        Duration fresh = poll.multipliedBy(5).dividedBy(2);
        return new Device("inverter", longer(down(state.plant.inverterLink.get(), now), frozen(newest, fresh, now)));
    }

    private Device relay(long now) {
        OptionalLong newest = state.plant.engine.get().stream().mapToLong(report -> report.takenAtNanos()).max();
        return new Device("relay server",
                longer(down(state.plant.relayLink.get(), now), frozen(newest, RELAY_FRESH, now)));
    }

    private static Optional<Duration> down(LinkReport link, long now) {
        return link.state() == LinkReport.State.UP
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(Math.max(0, now - link.sinceNanos())));
    }

    private static Optional<Duration> frozen(OptionalLong newest, Duration fresh, long now) {
        if (newest.isEmpty()) {
            return Optional.empty();
        }
        Duration still = Duration.ofNanos(now - newest.getAsLong()).minus(fresh);
        return still.isNegative() ? Optional.empty() : Optional.of(still);
    }

    private static Optional<Duration> longer(Optional<Duration> a, Optional<Duration> b) {
        return java.util.stream.Stream.of(a, b).flatMap(Optional::stream).max(Duration::compareTo);
    }
}
