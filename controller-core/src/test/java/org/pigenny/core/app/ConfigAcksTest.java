// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pigenny.core.app.setup.CommissioningBook;
import org.pigenny.core.config.SettingsStore;
import org.pigenny.core.model.Event;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Outcome;
import org.pigenny.core.state.SharedState;
import org.pigenny.core.system.AuditLog;
import org.pigenny.core.time.ManualTime;

/** The three acknowledgements of a change (site-controller.md 1.2 and 2). */
final class ConfigAcksTest {
    private static final Origin WHO = new Origin("tester");

    @TempDir
    Path home;

    private final ManualTime time = new ManualTime(Instant.parse("2026-01-05T12:00:00Z"));
    private final List<String> rebuilt = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();

    @Test
    void device_and_control_leave_it_changed_logging_clears_it_and_a_second_one_changes_nothing() {
        ConfigAcks acks = new ConfigAcks("old", time);
        acks.acknowledge("device");
        assertEquals(false, acks.toJson().get("config_changed"), "nothing to acknowledge");
        acks.notifyChange("new");
        acks.acknowledge("device");
        acks.acknowledge("device");
        acks.acknowledge("control");
        assertEquals(true, acks.toJson().get("config_changed"));
        assertEquals(List.of("device", "control"), acks.toJson().get("acknowledged_by"));
        acks.acknowledge("logging");
        assertEquals(false, acks.toJson().get("config_changed"));
        assertEquals(List.of(), acks.toJson().get("acknowledged_by"));
        assertEquals("new", acks.toJson().get("version"));
        Map<String, ?> before = acks.toJson();
        acks.acknowledge("device");
        assertEquals(before, acks.toJson());
    }

    private SettingsKeeper keeper() {
        SettingsStore store = new SettingsStore(new SettingsStore.Place(Optional.of(home.resolve("settings.toml")),
                true, Map.of(), Map.of(), home.resolve("versions")), time);
        SharedState durable = new SharedState(home.resolve("state"), time);
        CoreState state = new CoreState(store.effective(), time, sink -> new SafeModeKeeper(durable, time, sink),
                (sink, required) -> new CommissioningBook(durable, time, sink, required));
        state.events.add(events::add);
        return new SettingsKeeper(store, state, time, rebuilt::add, new AuditLog(home.resolve("audit.jsonl"), time));
    }

    @Test
    void a_change_that_control_does_not_take_within_60_s_alarms_with_its_name_until_it_does() {
        SettingsKeeper keeper = keeper();
        assertTrue(keeper.change(Map.of("generator.soc.start", "42"), WHO) instanceof Outcome.Accepted);
        time.advance(Duration.ofSeconds(60));
        keeper.checkAcknowledgements();
        assertFalse(keeper.refused(), "60 s are not yet more than 60 s");
        time.advance(Duration.ofSeconds(1));
        keeper.checkAcknowledgements();
        keeper.checkAcknowledgements();
        assertTrue(keeper.refused());
        List<String> told = events.stream()
                .filter(event -> event.code().equals(Optional.of("C-505")))
                .map(event -> Words.english(event.text()))
                .toList();
        assertEquals(1, told.size(), told::toString);
        assertTrue(told.getFirst().contains("control") && told.getFirst().contains("1 min"), told::toString);
        assertEquals(42, keeper.forTick().generator().soc().start());
        keeper.ticked();
        keeper.checkAcknowledgements();
        assertFalse(keeper.refused());
    }

    @Test
    void a_part_that_changed_is_rebuilt_and_waited_for_and_the_others_are_not() {
        SettingsKeeper keeper = keeper();
        keeper.change(Map.of("relay.port", "9998", "logging.retention_days", "8"), WHO);
        assertEquals(List.of("device", "logging"), rebuilt);
        keeper.forTick();
        keeper.ticked();
        time.advance(Duration.ofSeconds(61));
        keeper.checkAcknowledgements();
        String told = Words.english(events.getLast().text());
        assertTrue(told.contains("device, logging"), told);
        keeper.taken("device");
        keeper.taken("logging");
        keeper.checkAcknowledgements();
        assertFalse(keeper.refused());
    }

    @Test
    void a_refused_change_needs_no_acknowledgement_and_leaves_the_version_as_it_is() {
        SettingsKeeper keeper = keeper();
        Object version = keeper.status().get("version");
        assertTrue(keeper.change(Map.of("generator.soc.start", "420"), WHO) instanceof Outcome.Refused);
        assertEquals(version, keeper.status().get("version"));
        assertEquals(false, keeper.status().get("config_changed"));
        assertEquals(List.of(), rebuilt);
    }
}
