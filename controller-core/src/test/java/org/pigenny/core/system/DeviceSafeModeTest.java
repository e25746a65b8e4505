// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.pigenny.core.model.settings.SafeModeSettings;
import org.pigenny.core.system.DeviceSafeMode.Device;

final class DeviceSafeModeTest {
    private static final SafeModeSettings TIME = SafeModeSettings.defaults();
    private static final SafeModeSettings ROLLING = new SafeModeSettings(true, SafeModeSettings.Type.ROLLING_AVERAGE,
            Duration.ofSeconds(30), Duration.ofMinutes(3), 80, 0, SafeModeSettings.Running.HOLD);
    private static final long SECOND = 1_000_000_000L;
    private final DeviceSafeMode rules = new DeviceSafeMode();

    private static List<Device> offline(int seconds) {
        return List.of(new Device("inverter", Optional.of(Duration.ofSeconds(seconds))),
                new Device("relay server", Optional.empty()));
    }

    private static List<Device> online() {
        return List.of(new Device("inverter", Optional.empty()), new Device("relay server", Optional.empty()));
    }

    private void samples(int count, double load, double solar) {
        for (int i = 0; i < count; i++) {
            rules.sample(i * SECOND, OptionalDouble.of(load), OptionalDouble.of(solar), ROLLING);
        }
    }

    @Test
    void time_based_begins_at_30_seconds_and_ends_when_all_devices_are_back() {
        assertFalse(rules.judge(offline(29), TIME).active());
        assertTrue(rules.judge(offline(30), TIME).active());
        assertEquals("inverter offline for 30 s or more", rules.judge(offline(30), TIME).reason());
        assertFalse(rules.judge(online(), TIME).active());
        assertEquals(0, DeviceSafeMode.limitPct(TIME, 150));
    }

    @Test
    void rolling_average_needs_a_device_offline_ten_samples_and_the_share() {
        samples(9, 100, 90);
        assertFalse(rules.judge(offline(30), ROLLING).active(), "nine samples");
        samples(10, 100, 90);
        assertTrue(rules.judge(offline(30), ROLLING).active());
        assertFalse(rules.judge(offline(29), ROLLING).active());
        assertFalse(rules.judge(online(), ROLLING).active());
    }

    @Test
    void rolling_average_at_the_threshold_counts_and_below_does_not() {
        samples(10, 100, 80);
        assertTrue(rules.judge(offline(30), ROLLING).active());
        DeviceSafeMode below = new DeviceSafeMode();
        for (int i = 0; i < 10; i++) {
            below.sample(i * SECOND, OptionalDouble.of(100), OptionalDouble.of(79), ROLLING);
        }
        assertFalse(below.judge(offline(30), ROLLING).active());
    }

    @Test
    void without_any_load_solar_alone_is_the_whole() {
        samples(10, 0, 1);
        assertTrue(rules.judge(offline(30), ROLLING).active());
    }

    @Test
    void samples_leave_the_window_and_unknown_ones_never_enter_it() {
        samples(10, 100, 90);
        rules.sample(400 * SECOND, OptionalDouble.empty(), OptionalDouble.of(90), ROLLING);
        assertFalse(rules.judge(offline(60), ROLLING).active());
    }

    @Test
    void the_limit_is_a_share_of_the_capacity_within_0_and_100() {
        SafeModeSettings some = new SafeModeSettings(true, SafeModeSettings.Type.TIME_BASED, Duration.ofSeconds(30),
                Duration.ofMinutes(3), 80, 75, SafeModeSettings.Running.HOLD);
        assertEquals(50, DeviceSafeMode.limitPct(some, 150));
        assertEquals(100, DeviceSafeMode.limitPct(some, 10));
        assertEquals(0, DeviceSafeMode.limitPct(some, 0));
    }

    @Test
    void switched_off_it_never_begins() {
        SafeModeSettings off = new SafeModeSettings(false, SafeModeSettings.Type.TIME_BASED, Duration.ofSeconds(30),
                Duration.ofMinutes(3), 80, 0, SafeModeSettings.Running.HOLD);
        assertFalse(rules.judge(offline(3000), off).active());
    }
}
