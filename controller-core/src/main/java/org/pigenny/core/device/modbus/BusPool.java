// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.modbus;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** One bus for each wire, however many devices are on it. A line that nobody has used for 300 s is let go; its bus opens it again when needed. */
public final class BusPool implements AutoCloseable {
    public static final Duration LONGEST_IDLE = Duration.ofSeconds(300);

    private final Map<String, Bus> buses = new HashMap<>();

    /** @param key the wire: {@code host:port} or {@code port:baud} */
    public synchronized Bus bus(String key, Supplier<Bus> make) {
        return buses.computeIfAbsent(key, ignored -> make.get());
    }

    /** To be called now and then, once a minute. */
    public void sweep() throws InterruptedException {
        for (Bus bus : all().values()) {
            bus.closeIfIdle(LONGEST_IDLE);
        }
    }

    /** Every wire with its bus. */
    public synchronized Map<String, Bus> all() {
        return Map.copyOf(buses);
    }

    @Override
    public void close() {
        all().values().forEach(Bus::close);
    }
}
