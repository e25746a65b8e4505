// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.pigenny.core.model.EngineAnswer;
import org.pigenny.core.model.EngineReport;
import org.pigenny.core.model.InverterReport;
import org.pigenny.core.model.LinkReport;
import org.pigenny.core.model.PlantSnapshot;
import org.pigenny.core.model.Quantity;
import org.pigenny.core.model.StartsHeld;
import org.pigenny.core.model.settings.SafeModeSettings;
import org.pigenny.core.model.settings.Settings;
import org.pigenny.core.state.Published;
import org.pigenny.core.time.TimeSource;

/** The newest of everything the devices told, and the frozen picture of it that a decision sees. */
final class Plant {
    /** Far below any mains, far above what an open terminal picks up. */
    private static final double EXTERNAL_AC_FROM_V = 100;
    private static final int OVERLOAD_WARNING = 28;

    final Published<InverterReport> inverter = new Published<>(InverterReport.NONE);
    final Published<Optional<EngineReport>> engine = new Published<>(Optional.empty());
    final Published<Optional<EngineAnswer>> answer = new Published<>(Optional.empty());
    final Published<LinkReport> inverterLink;
    final Published<LinkReport> relayLink;

    private final TimeSource time;
    private final Supplier<Settings> settings;

    Plant(TimeSource time, Supplier<Settings> settings) {
        this.time = time;
        this.settings = settings;
        inverterLink = new Published<>(LinkReport.starting(time.nanos()));
        relayLink = new Published<>(LinkReport.starting(time.nanos()));
    }

    TimeSource time() {
        return time;
    }

    /**
     * @param supervised safe mode as the supervisor raised it
     * @param reported codes of the alarms whose causes stand at that moment
     * @param held starts that an unfinished commissioning holds back
     */
    PlantSnapshot freeze(boolean supervised, LongFunction<Set<String>> reported,
            Optional<StartsHeld> held) {
        // Readings first: one that arrives between the two lines must not be younger than the snapshot's own time.
        InverterReport report = inverter.get();
        Optional<EngineReport> engineReport = engine.get();
        Settings now = settings.get();
        long nanos = time.nanos();
        Duration poll = now.generator().pollInterval();
        return new PlantSnapshot(nanos, time.wall(), now.site().zone(), report, engineReport,
                relayLink.get().state() == LinkReport.State.UP, answer.get(), externalAc(report, nanos, poll),
                overload(report, nanos, poll), OptionalDouble.empty(), supervised,
                supervised && now.safeMode().running() == SafeModeSettings.Running.COOLDOWN, reported.apply(nanos),
                held);
    }

    private static Optional<Boolean> externalAc(InverterReport report, long nanos, Duration poll) {
        OptionalDouble volts = report.known(Quantity.GRID_VOLTAGE, nanos, poll);
        return volts.isPresent() ? Optional.of(volts.getAsDouble() >= EXTERNAL_AC_FROM_V) : Optional.empty();
    }

    private static Optional<Boolean> overload(InverterReport report, long nanos, Duration poll) {
        return report.knownFlags(nanos, poll)
                .map(flags -> (flags.warnings() & (1L << OVERLOAD_WARNING)) != 0);
    }
}
