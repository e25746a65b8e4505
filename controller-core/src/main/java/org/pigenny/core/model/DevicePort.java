// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.model;

import java.util.function.Consumer;

/** One device of the site, whatever speaks to it. */
public interface DevicePort {
    DeviceReport report();

    /**
     * Asks for a write; returns at once.
     *
     * @param result told once, on the device's thread
     */
    void write(DeviceWrite write, Consumer<DeviceWrite.Result> result);
}
