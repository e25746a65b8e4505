// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.general;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.pigenny.core.model.DeviceReport;
import org.pigenny.core.model.DeviceWrite;
import org.pigenny.core.model.EnginePhase;
import org.pigenny.core.model.EngineReport;
import org.pigenny.core.model.LinkReport;
import org.pigenny.core.model.Message;

/** The relay server among the devices of the site: looked at, never commanded, silent when its link is down. */
class RelayServerDeviceTest {
    private static final EngineReport RUNNING = new EngineReport(EnginePhase.LOADED, Optional.empty(), 0x0A,
            OptionalInt.of(3), Optional.of(true), 7, 1, 0, EngineReport.StartOutcome.RUNNING, Duration.ofMinutes(5),
            true,
            Optional.empty(), false, Optional.empty(), EngineReport.Bus.OK,
            new EngineReport.BoardHealth("1", 3, "6h45m", "42%", "1.2G free (35% used)"), 99);

    private LinkReport link = link(LinkReport.State.UP);
    private final RelayServerDevice device = new RelayServerDevice("generator", () -> Optional.of(RUNNING), () -> link);

    private static LinkReport link(LinkReport.State state) {
        return new LinkReport(state, Message.of("link.relay.unreachable", "host", "1"), 50, 1, 1, 0, 0,
                OptionalDouble.empty());
    }

    @Test
    void it_reads_as_a_generator_controller() {
        DeviceReport report = device.report();
        assertEquals("diesel_generator_controller", report.type());
        assertTrue(report.online());
        Map<String, Double> values = new TreeMap<>();
        report.readings().forEach((name, value) -> values.put(name, value.value()));
        assertEquals(Map.of("running", 1.0, "inputs", 3.0, "relays", 10.0, "threads", 3.0, "memory", 42.0), values);
        assertEquals(99, report.lastSeenNanos().orElseThrow());
    }

    @Test
    void without_its_link_it_is_offline_with_the_reason_and_no_reading_is_left() {
        link = link(LinkReport.State.DOWN);
        DeviceReport report = device.report();
        assertFalse(report.online());
        assertEquals(Map.of(), report.readings());
        assertEquals(50, report.offlineSinceNanos().orElseThrow());
        assertEquals("link.relay.unreachable", report.lastError().orElseThrow().key());
    }

    @Test
    void a_write_to_it_is_refused_in_words() {
        List<DeviceWrite.Result> results = new ArrayList<>();
        device.write(new DeviceWrite("relays", List.of(new DeviceWrite.Step("relays", 1, false)), Long.MAX_VALUE),
                results::add);
        assertInstanceOf(DeviceWrite.Result.Failed.class, results.getFirst());
    }
}
