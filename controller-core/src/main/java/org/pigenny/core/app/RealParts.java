// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.pigenny.core.model.EngineAnswer;
import org.pigenny.core.model.EngineReport;
import org.pigenny.core.model.EventSink;
import org.pigenny.core.model.InverterReport;
import org.pigenny.core.model.LinkReport;
import org.pigenny.core.model.Loop;
import org.pigenny.core.model.settings.InverterSettings;
import org.pigenny.core.model.settings.LoggingSettings;
import org.pigenny.core.model.settings.RelaySettings;
import org.pigenny.core.time.TimeSource;

/** The real devices and records. */
final class RealParts implements Parts {
    @Override
    public Loop inverter(InverterSettings settings, Duration pollInterval, TimeSource plant, TimeSource real,
            Consumer<InverterReport> reports, Consumer<LinkReport> links, EventSink events) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Relay relay(RelaySettings settings, TimeSource plant, TimeSource real, Consumer<EngineReport> reports,
            Consumer<LinkReport> links, Consumer<EngineAnswer> answers, EventSink events) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Log log(Path database, LoggingSettings settings, TimeSource plant) {
        throw new UnsupportedOperationException();
    }
}
