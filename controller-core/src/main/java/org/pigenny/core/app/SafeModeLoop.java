// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.pigenny.core.model.EngineReport;
import org.pigenny.core.model.Event;
import org.pigenny.core.model.LinkReport;
import org.pigenny.core.model.Loop;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Quantity;
import org.pigenny.core.model.Reading;
import org.pigenny.core.model.SafeMode;
import org.pigenny.core.model.Severity;
import org.pigenny.core.model.settings.SafeModeSettings;
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
        turn(rules.judge(List.of(inverter(now, poll), relay(now)), settings.safeMode()), settings.safeMode());
    }

    private void turn(Verdict verdict, SafeModeSettings settings) {
        if (state.deviceSafeMode.get().active() == verdict.active()) {
            return;
        }
        state.deviceSafeMode.set(verdict.active()
                ? new SafeMode(true, Optional.of(plant.wall()), verdict.reason(), word(settings.type()))
                : SafeMode.OFF);
        Message text = verdict.active()
                ? Message.of("safe_mode.devices", verdict.reason())
                : Message.of("safe_mode.devices_over");
        state.events.record(new Event(plant.wall(), Event.Kind.SYSTEM,
                verdict.active() ? Severity.WARNING : Severity.INFO, text, Optional.empty(), Origin.CORE));
    }

    private static String word(SafeModeSettings.Type type) {
        return switch (type) {
            case TIME_BASED -> SafeMode.TIME_BASED;
            case ROLLING_AVERAGE -> SafeMode.ROLLING_AVERAGE;
        };
    }

    private Device inverter(long now, Duration poll) {
        LinkReport link = state.plant.inverterLink.get();
        long newest = state.plant.inverter.get()
                .readings()
                .values()
                .stream()
                .mapToLong(Reading::takenAtNanos)
                .max()
                .orElse(link.sinceNanos());
        // Two missed polls are in order; from then on the readings stand still.
        Duration fresh = poll.multipliedBy(5).dividedBy(2);
        return new Device("inverter", longer(down(link, now), frozen(newest, fresh, now)));
    }

    private Device relay(long now) {
        LinkReport link = state.plant.relayLink.get();
        long newest = state.plant.engine.get().map(EngineReport::takenAtNanos).orElse(link.sinceNanos());
        return new Device("relay server", longer(down(link, now), frozen(newest, RELAY_FRESH, now)));
    }

    private static Optional<Duration> down(LinkReport link, long now) {
        return link.state() == LinkReport.State.UP
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(Math.max(0, now - link.sinceNanos())));
    }

    private static Optional<Duration> frozen(long newest, Duration fresh, long now) {
        Duration still = Duration.ofNanos(now - newest).minus(fresh);
        return still.isNegative() ? Optional.empty() : Optional.of(still);
    }

    private static Optional<Duration> longer(Optional<Duration> a, Optional<Duration> b) {
        return java.util.stream.Stream.of(a, b).flatMap(Optional::stream).max(Duration::compareTo);
    }
}
