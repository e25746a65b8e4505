// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.pigenny.core.model.EnginePhase;
import org.pigenny.core.model.EngineReport;
import org.pigenny.core.model.InverterReport;
import org.pigenny.core.model.LinkReport;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Quantity;
import org.pigenny.core.model.Reading;
import org.pigenny.core.time.ManualTime;
import org.pigenny.core.time.TimeSource;

/** What the devices of the current life tell, when a test lets them. */
record PlantedDevices(TimeSource plant, Consumer<InverterReport> inverter, Consumer<LinkReport> inverterLink,
        Consumer<EngineReport> engine, Consumer<LinkReport> relayLink) {
    static final PlantedDevices NONE = new PlantedDevices(new ManualTime(Instant.EPOCH), report -> {}, link -> {},
            report -> {}, link -> {});

    PlantedDevices withInverter(TimeSource time, Consumer<InverterReport> reports, Consumer<LinkReport> links) {
        return new PlantedDevices(time, reports, links, engine, relayLink);
    }

    PlantedDevices withRelay(TimeSource time, Consumer<EngineReport> reports, Consumer<LinkReport> links) {
        return new PlantedDevices(time, inverter, inverterLink, reports, links);
    }

    void engine(EnginePhase phase) {
        boolean off = phase == EnginePhase.OFF || phase == EnginePhase.FAULT;
        engine.accept(new EngineReport(phase, Optional.empty(), 0, OptionalInt.of(off ? 0 : 3), Optional.of(!off),
                off ? 0 : 7, 0, 0, EngineReport.StartOutcome.NONE, Duration.ZERO, phase == EnginePhase.LOADED,
                Optional.empty(), false, Optional.empty(), EngineReport.Bus.SIMULATED,
                new EngineReport.BoardHealth("test", 5, "1 h", "10 MB", "1 GB"), plant.nanos()));
    }

    /** Fresh readings of the inverter. */
    void readings(double soc, double loadWatts, double solarWatts) {
        long now = plant.nanos();
        inverter.accept(new InverterReport(Map.of(Quantity.SOC, new Reading(soc, now), Quantity.LOAD_POWER,
                new Reading(loadWatts, now), Quantity.PV_POWER, new Reading(solarWatts, now)), Optional.empty()));
    }

    void inverterLink(LinkReport.State state) {
        inverterLink.accept(link(state));
    }

    void relayLink(LinkReport.State state) {
        relayLink.accept(link(state));
    }

    private LinkReport link(LinkReport.State state) {
        return new LinkReport(state, Message.of("link.starting"), plant.nanos(), 0, 0, 0, 0, OptionalDouble.empty());
    }
}
