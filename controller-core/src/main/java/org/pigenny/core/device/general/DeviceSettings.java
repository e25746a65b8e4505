// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.general;

import java.time.Duration;

/**
 * One device of the site.
 *
 * @param profile name of its table
 * @param slave its Modbus address or unit
 * @param interval between two polls
 * @param timeout for one answer
 * @param retries after the first try
 */
public record DeviceSettings(String id, String name, String profile, int slave, Duration interval, Duration timeout,
        int retries) {
    /** Time-out 3 s and two retries (site-controller.md 1.5), polled once a second. */
    public static DeviceSettings usual(String id, String profile, int slave) {
        return new DeviceSettings(id, id, profile, slave, Duration.ofSeconds(1), Duration.ofSeconds(3), 2);
    }
}
