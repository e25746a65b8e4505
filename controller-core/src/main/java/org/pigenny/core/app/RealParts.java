// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.pigenny.core.api.CoreSnapshot;
import org.pigenny.core.api.History;
import org.pigenny.core.device.inverter.InverterPoller;
import org.pigenny.core.device.relay.RelayClient;
import org.pigenny.core.logging.Records;
import org.pigenny.core.model.AlarmReport;
import org.pigenny.core.model.EngineAnswer;
import org.pigenny.core.model.EngineCommand;
import org.pigenny.core.model.EngineReport;
import org.pigenny.core.model.Event;
import org.pigenny.core.model.EventSink;
import org.pigenny.core.model.InverterReport;
import org.pigenny.core.model.LinkReport;
import org.pigenny.core.model.Loop;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.settings.InverterSettings;
import org.pigenny.core.model.settings.LoggingSettings;
import org.pigenny.core.model.settings.RelaySettings;
import org.pigenny.core.time.TimeSource;

/** The real devices and records. */
final class RealParts implements Parts {
    @Override
    public Loop inverter(InverterSettings settings, Duration pollInterval, TimeSource plant, TimeSource real,
            Consumer<InverterReport> reports, Consumer<LinkReport> links, EventSink events) {
        return new InverterPoller(settings, pollInterval, plant, real, reports, links, events);
    }

    @Override
    public Relay relay(RelaySettings settings, TimeSource plant, TimeSource real, Consumer<EngineReport> reports,
            Consumer<LinkReport> links, Consumer<EngineAnswer> answers, EventSink events) {
        return new RealRelay(new RelayClient(settings, plant, real, reports, links, answers, events));
    }

    @Override
    public Log log(Path database, LoggingSettings settings, TimeSource plant) {
        return new RealLog(new Records(database, settings, plant));
    }

    private record RealRelay(RelayClient client) implements Relay {
        @Override
        public void submit(EngineCommand command) {
            client.submit(command);
        }

        @Override
        public void renew() {
            client.renew();
        }

        @Override
        public String name() {
            return client.name();
        }

        @Override
        public void run(Runnable progress) throws InterruptedException {
            client.run(progress);
        }
    }

    private record RealLog(Records records) implements Log {
        @Override
        public void record(Event event) {
            records.record(event);
        }

        @Override
        public void accept(CoreSnapshot snapshot) {
            records.accept(snapshot);
        }

        @Override
        public History history() {
            return records.history();
        }

        @Override
        public List<Event> newest() {
            return records.newest();
        }

        @Override
        public void judge(Map<String, Double> values) {
            records.judge(values);
        }

        @Override
        public List<AlarmReport> alarms() {
            return records.alarms();
        }

        @Override
        public boolean acknowledge(String code, Origin who) {
            return records.acknowledge(code, who);
        }

        @Override
        public Map<String, Object> stats() {
            return records.stats().stats();
        }

        @Override
        public Map<String, Object> debug() {
            return records.stats().debug();
        }

        @Override
        public String name() {
            return records.name();
        }

        @Override
        public void run(Runnable progress) throws InterruptedException {
            records.run(progress);
        }

        @Override
        public void close() {
            records.close();
        }
    }
}
