// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.pigenny.core.api.CoreSnapshot;
import org.pigenny.core.model.DeviceReport;
import org.pigenny.core.model.LinkReport;
import org.pigenny.core.model.Message;
import org.pigenny.kiosk.control.LinkDot;
import org.pigenny.kiosk.diagnostics.DiagnosticsViewModel.Line;
import org.pigenny.kiosk.fake.Houses;
import org.pigenny.kiosk.fake.Looks;
import org.pigenny.kiosk.present.Now;

/** What the diagnostics page says of links and devices. */
class DiagnosticsViewModelTest {
    private static final Now PLAIN = Looks.at(Houses.idleByDay());

    private static LinkReport link(LinkReport.State state, LinkReport.Dropped dropped) {
        return new LinkReport(state, Message.of("link.up", "/dev/ttySC1"), 0, 1204, 1200, 4, 2, OptionalDouble.of(31.4),
                dropped);
    }

    private static DeviceReport device(String id, boolean online, OptionalLong nextTry) {
        return new DeviceReport(id, "Solar roof", "inverter", online, Map.of(), OptionalLong.empty(),
                OptionalLong.empty(), online ? Optional.empty() : Optional.of(Message.of("device.no_answer")),
                link(online ? LinkReport.State.UP : LinkReport.State.DOWN, LinkReport.Dropped.NOTHING), nextTry,
                Map.of());
    }

    private static List<Line> lines(LinkReport inverter, List<DeviceReport> devices) {
        CoreSnapshot s = PLAIN.core();
        return DiagnosticsViewModel.links(new Now(new CoreSnapshot(s.nanos(), s.wall(), s.zone(), s.inverter(),
                inverter, s.engine(), s.relayLink(), s.control(), s.services(), s.safeMode(), s.settings(),
                s.newest(), devices), Duration.ZERO, PLAIN.words(), PLAIN.times(), false));
    }

    @Test
    void a_link_says_what_it_counted_and_what_it_dropped_when_it_dropped_something() {
        Line clean = lines(link(LinkReport.State.UP, LinkReport.Dropped.NOTHING), List.of()).getFirst();
        assertTrue(clean.text().contains("4 lost, 2 damaged, answer in 31.4 ms"), clean.text());
        assertEquals(2, clean.text().lines().count());
        Line noisy = lines(link(LinkReport.State.UP, new LinkReport.Dropped(12, 3, 1, 7)), List.of()).getFirst();
        assertEquals("dropped: stray bytes 12, echoes 3, frames of others 1, values not believed 7",
                noisy.text().lines().toList().getLast());
    }

    @Test
    void a_device_of_the_site_has_its_line_with_its_back_off_and_the_relay_server_only_its_own() {
        LinkReport up = link(LinkReport.State.UP, LinkReport.Dropped.NOTHING);
        int plain = lines(up, List.of()).size();
        List<Line> lines = lines(up, List.of(device("relay_server", true, OptionalLong.empty()),
                device("roof", true, OptionalLong.empty())));
        assertEquals(plain + 1, lines.size());
        Line roof = lines.stream().filter(line -> line.name().equals("Solar roof")).findFirst().orElseThrow();
        assertEquals(LinkDot.State.UP, roof.state());
        long soon = PLAIN.core().nanos() + Duration.ofSeconds(20).toNanos();
        Line silent = lines(up, List.of(device("roof", false, OptionalLong.of(soon)))).stream()
                .filter(line -> line.name().equals("Solar roof"))
                .findFirst()
                .orElseThrow();
        assertEquals(LinkDot.State.DOWN, silent.state());
        assertEquals("no answer; tried again in 20 s", silent.text().lines().findFirst().orElseThrow());
    }
}
