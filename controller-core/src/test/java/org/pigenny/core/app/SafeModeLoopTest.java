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
import org.pigenny.core.config.SettingsLoader;
import org.pigenny.core.model.EnginePhase;
import org.pigenny.core.model.Event;
import org.pigenny.core.model.LinkReport.State;
import org.pigenny.core.model.SafeMode;
import org.pigenny.core.state.SharedState;
import org.pigenny.core.time.ManualTime;

/** Safe mode by the devices, from their links and readings to what a screen is told. */
final class SafeModeLoopTest {
    private static final Instant START = Instant.parse("2026-01-05T12:00:00Z");
    /** Two and a half polls of 30 s: so long readings are in order. */
    private static final int FRESH_S = 75;

    @TempDir
    Path home;

    private final ManualTime time = new ManualTime(START);
    private final List<Event> events = new ArrayList<>();

    private final class House {
        final CoreState state;
        final SafeModeLoop loop;
        final PlantedDevices devices;

        House(Map<String, String> settings) {
            SharedState durable = new SharedState(home, time);
            state = new CoreState(new SettingsLoader().load(Optional.empty(), Map.of(), settings).effective(), time,
                    sink -> new SafeModeKeeper(durable, time, sink),
                    (sink, required) -> new CommissioningBook(durable, time, sink, required));
            state.events.add(events::add);
            loop = new SafeModeLoop(state);
            devices = PlantedDevices.NONE
                    .withInverter(time, state.plant.inverter::set, state.plant.inverterLink::set)
                    .withRelay(time, report -> state.plant.engine.set(Optional.of(report)),
                            state.plant.relayLink::set);
            devices.inverterLink(State.UP);
            devices.relayLink(State.UP);
            tell(1000, 900);
        }

        /** Both devices tell what they see. */
        void tell(double load, double solar) {
            devices.readings(50, load, solar);
            devices.engine(EnginePhase.OFF);
        }

        /** Lets seconds pass in which the inverter tells nothing new, and the relay server goes on. */
        House frozen(int seconds) {
            for (int i = 0; i < seconds; i++) {
                time.advance(Duration.ofSeconds(1));
                devices.engine(EnginePhase.OFF);
                loop.look();
            }
            return this;
        }

        House lively(int seconds, double load, double solar) {
            for (int i = 0; i < seconds; i++) {
                time.advance(Duration.ofSeconds(1));
                tell(load, solar);
                loop.look();
            }
            return this;
        }

        SafeMode told() {
            return state.snapshot().safeMode();
        }
    }

    private static Map<String, String> rolling() {
        return Map.of("safe_mode.type", "rolling_average");
    }

    @Test
    void a_device_offline_29_s_leaves_it_off_and_30_s_turns_it_on_until_all_devices_are_back() {
        House house = new House(Map.of());
        house.devices.inverterLink(State.DOWN);
        assertFalse(house.frozen(29).told().active());
        assertEquals(new SafeMode(true, Optional.of(START.plusSeconds(30)), "inverter offline for 30 s or more",
                SafeMode.TIME_BASED), house.frozen(1).told());
        assertTrue(house.frozen(100).told().active());
        house.devices.inverterLink(State.UP);
        assertFalse(house.lively(1, 1000, 0).told().active());
        assertEquals(List.of("safe_mode.devices", "safe_mode.devices_over"),
                events.stream().map(event -> event.text().key()).toList());
    }

    @Test
    void the_relay_server_is_a_device_like_the_inverter() {
        House house = new House(Map.of());
        house.devices.relayLink(State.DOWN);
        house.lively(30, 1000, 0);
        assertEquals("relay server offline for 30 s or more", house.told().reason());
    }

    @Test
    void readings_that_stand_still_on_a_link_that_is_up_count_as_offline() {
        House house = new House(Map.of());
        assertFalse(house.frozen(FRESH_S + 29).told().active());
        assertTrue(house.frozen(1).told().active());
        assertFalse(house.lively(1, 1000, 0).told().active());
    }

    @Test
    void a_link_that_is_up_and_never_told_anything_counts_as_frozen() {
        House house = new House(Map.of());
        house.state.plant.inverter.set(org.pigenny.core.model.InverterReport.NONE);
        assertTrue(house.frozen(FRESH_S + 30).told().active());
    }

    @Test
    void the_rolling_average_turns_it_on_for_stale_data_when_the_sun_gave_its_share() {
        House house = new House(rolling());
        house.lively(60, 1000, 800);
        assertFalse(house.frozen(FRESH_S + 29).told().active());
        SafeMode told = house.frozen(1).told();
        assertEquals(SafeMode.ROLLING_AVERAGE, told.triggeredBy());
        assertTrue(told.reason().endsWith("solar 80 % of the load"), told::reason);
    }

    @Test
    void the_rolling_average_leaves_it_off_below_the_share_and_when_nothing_is_stale() {
        House house = new House(rolling());
        assertFalse(house.lively(60, 1000, 790).frozen(FRESH_S + 60).told().active());
        assertFalse(house.lively(200, 1000, 990).told().active());
    }

    @Test
    void it_blocks_no_start_of_the_generator_and_needs_no_person() {
        House house = new House(Map.of());
        house.devices.inverterLink(State.DOWN);
        house.frozen(60);
        assertTrue(house.told().active());
        assertFalse(house.told().bySupervisor());
        assertFalse(house.state.freeze().startsBlocked() || house.state.freeze().runsBlocked());
        assertFalse(house.state.safeMode.clear(new org.pigenny.core.model.Origin("tester")), "nothing to clear");
    }

    @Test
    void that_of_the_supervisor_is_told_first_and_both_end_for_themselves() {
        House house = new House(Map.of());
        house.devices.inverterLink(State.DOWN);
        house.frozen(60);
        house.state.safeMode.raise("device: hung");
        assertEquals(SafeMode.SUPERVISOR, house.told().triggeredBy());
        assertTrue(house.state.freeze().startsBlocked());
        assertTrue(house.state.safeMode.clear(new org.pigenny.core.model.Origin("tester")));
        assertEquals(SafeMode.TIME_BASED, house.told().triggeredBy());
        house.devices.inverterLink(State.UP);
        assertEquals(SafeMode.OFF, house.lively(1, 1000, 0).told());
    }

    @Test
    void switched_off_only_the_supervisor_can_raise_it() {
        House house = new House(Map.of("safe_mode.enabled", "false"));
        house.devices.inverterLink(State.DOWN);
        assertFalse(house.frozen(600).told().active());
        house.state.safeMode.raise("control: hung");
        assertTrue(house.told().bySupervisor());
    }
}
