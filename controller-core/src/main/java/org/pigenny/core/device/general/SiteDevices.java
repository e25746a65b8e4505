// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.general;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pigenny.core.device.inverter.Buses;
import org.pigenny.core.device.modbus.Bus;
import org.pigenny.core.device.modbus.BusPool;
import org.pigenny.core.device.profile.Profile;
import org.pigenny.core.device.profile.Profiles;
import org.pigenny.core.model.DevicePort;
import org.pigenny.core.model.EventSink;
import org.pigenny.core.model.Loop;
import org.pigenny.core.model.settings.SiteDevice;
import org.pigenny.core.time.TimeSource;

/** The devices of the site as the settings describe them: a worker for each, one bus for each wire. */
public final class SiteDevices {
    private static final Duration SWEEP_EVERY = Duration.ofSeconds(60);
    private static final Duration STEP = Duration.ofSeconds(1);

    private final BusPool pool = new BusPool();
    private final TimeSource real;
    private final List<DeviceWorker> workers = new ArrayList<>();

    public SiteDevices(TimeSource real) {
        this.real = real;
    }

    /** Puts a bus that somebody else opened into the pool, for the devices on the same wire. */
    public void share(String key, Bus bus) {
        pool.bus(key, () -> bus);
    }

    /**
     * Makes a worker for each device that is enabled.
     *
     * @param told called whenever one of them has another report
     * @throws IllegalArgumentException when a profile is not known
     */
    public void add(List<SiteDevice> devices, TimeSource plant, EventSink events, Runnable told) {
        for (SiteDevice device : devices) {
            if (device.enabled()) {
                Bus bus = pool.bus(device.wire().key(), () -> Buses.bus(device.wire(), real));
                workers.add(new DeviceWorker(settings(device), profile(device), bus, plant, real, events, told));
            }
        }
    }

    private static DeviceSettings settings(SiteDevice device) {
        return new DeviceSettings(device.id(), device.name(), device.profile(), device.slave(), device.pollInterval(),
                device.timeout(), device.retries());
    }

    private static Profile profile(SiteDevice device) {
        Profile profile = Profiles.named(device.profile());
        Profile ofKind = device.type().equals(SiteDevice.OF_PROFILE) ? profile : profile.ofKind(device.type());
        return device.role().equals(SiteDevice.OF_PROFILE) ? ofKind : ofKind.inRole(device.role());
    }

    public List<DevicePort> ports() {
        return List.copyOf(workers);
    }

    /** Every wire with its bus. */
    public Map<String, Bus> wires() {
        return pool.all();
    }

    /** What the device service runs: the workers, and the sweep of the pool, which closes all lines at its end. */
    public List<Loop> loops() {
        List<Loop> loops = new ArrayList<>(workers);
        loops.add(new Sweep());
        return loops;
    }

    private final class Sweep implements Loop {
        @Override
        public String name() {
            return "bus-pool";
        }

        @Override
        public void run(Runnable progress) throws InterruptedException {
            long due = real.nanos() + SWEEP_EVERY.toNanos();
            try (pool) {
                while (true) {
                    progress.run();
                    real.sleep(STEP);
                    if (real.nanos() - due >= 0) {
                        pool.sweep();
                        due = real.nanos() + SWEEP_EVERY.toNanos();
                    }
                }
            }
        }
    }
}
