// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.pigenny.core.api.CoreSnapshot;
import org.pigenny.core.api.History;
import org.pigenny.core.model.AlarmReport;
import org.pigenny.core.model.EngineAnswer;
import org.pigenny.core.model.EngineReport;
import org.pigenny.core.model.Event;
import org.pigenny.core.model.EventSink;
import org.pigenny.core.model.InverterReport;
import org.pigenny.core.model.LinkReport;
import org.pigenny.core.model.Loop;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.RelayPort;
import org.pigenny.core.model.settings.InverterSettings;
import org.pigenny.core.model.settings.LoggingSettings;
import org.pigenny.core.model.settings.RelaySettings;
import org.pigenny.core.time.TimeSource;

/** Makes what the services run. Called anew for every life of a service. */
public interface Parts {
    Loop inverter(InverterSettings settings, Duration pollInterval, TimeSource plant, TimeSource real,
            Consumer<InverterReport> reports, Consumer<LinkReport> links, EventSink events);

    Relay relay(RelaySettings settings, TimeSource plant, TimeSource real, Consumer<EngineReport> reports,
            Consumer<LinkReport> links, Consumer<EngineAnswer> answers, EventSink events);

    Log log(Path database, LoggingSettings settings, TimeSource plant);

    /** More loops for a service: none on the appliance; tests plant their faults here. */
    default List<Loop> more(String service, TimeSource real) {
        return List.of();
    }

    /** The relay client: takes commands and runs. */
    interface Relay extends RelayPort, Loop {}

    /** The records: take events and snapshots without waiting, and run. */
    interface Log extends EventSink, Loop, AutoCloseable {
        void accept(CoreSnapshot snapshot);

        History history();

        List<Event> newest();

        /** Judges values of the host by the alarm definitions; never waits. */
        void judge(Map<String, Double> values);

        /** Standing alarms of the definitions. */
        List<AlarmReport> alarms();

        /** Whether there was such an alarm. */
        boolean acknowledge(String code, Origin who);

        /** The object of `/stats`. */
        Map<String, Object> stats();

        /** The object of `/debug`. */
        Map<String, Object> debug();

        @Override
        void close();
    }
}
