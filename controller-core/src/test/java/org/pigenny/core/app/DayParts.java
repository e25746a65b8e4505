// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.pigenny.core.model.EngineAnswer;
import org.pigenny.core.model.EngineCommand;
import org.pigenny.core.model.EngineReport;
import org.pigenny.core.model.EventSink;
import org.pigenny.core.model.InverterReport;
import org.pigenny.core.model.LinkReport;
import org.pigenny.core.model.Loop;
import org.pigenny.core.model.settings.InverterSettings;
import org.pigenny.core.model.settings.LoggingSettings;
import org.pigenny.core.model.settings.RelaySettings;
import org.pigenny.core.time.TimeSource;

/** The real devices and records, beside a loop in each service that misbehaves on request. */
final class DayParts implements Parts {
    final PlantedParts planted = new PlantedParts();
    private final RealParts real = new RealParts();
    private final Consumer<EngineCommand> seen;

    /** @param seen told of every command on its way to the engine */
    DayParts(Consumer<EngineCommand> seen) {
        this.seen = seen;
    }

    @Override
    public List<Loop> more(String service, TimeSource time) {
        return planted.more(service, time);
    }

    @Override
    public Loop inverter(InverterSettings settings, Duration pollInterval, TimeSource plant, TimeSource time,
            Consumer<InverterReport> reports, Consumer<LinkReport> links, EventSink events) {
        return real.inverter(settings, pollInterval, plant, time, reports, links, events);
    }

    @Override
    public Relay relay(RelaySettings settings, TimeSource plant, TimeSource time, Consumer<EngineReport> reports,
            Consumer<LinkReport> links, Consumer<EngineAnswer> answers, EventSink events) {
        return new Seen(real.relay(settings, plant, time, reports, links, answers, events), seen);
    }

    @Override
    public Log log(Path database, LoggingSettings settings, TimeSource plant) {
        return real.log(database, settings, plant);
    }

    private record Seen(Relay relay, Consumer<EngineCommand> seen) implements Relay {
        @Override
        public void submit(EngineCommand command) {
            seen.accept(command);
            relay.submit(command);
        }

        @Override
        public void renew() {
            relay.renew();
        }

        @Override
        public String name() {
            return relay.name();
        }

        @Override
        public void run(Runnable progress) throws InterruptedException {
            relay.run(progress);
        }
    }

}
