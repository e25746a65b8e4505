// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.system;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.pigenny.core.model.settings.SafeModeSettings;

/**
 * Safe mode by the devices (site-controller.md 1.6): acts on solar set-points alone and ends by itself when all devices are
 * back. A device whose readings are frozen counts as offline since they stood still.
 */
public final class DeviceSafeMode {
    /** Fewer samples than this say nothing about a ratio. */
    private static final int FEWEST_SAMPLES = 10;

    private final Deque<Sample> window = new ArrayDeque<>();

    private record Sample(long nanos, double load, double solar) {}

    /**
     * One device as of now.
     *
     * @param offlineFor since its link went down or its readings stand still; empty while it is well
     */
    public record Device(String name, Optional<Duration> offlineFor) {}

    /**
     * @param reason empty when it is not active
     */
    public record Verdict(boolean active, String reason) {
        static final Verdict OFF = new Verdict(false, "");
    }

    /** Load and solar power of this instant, W; nothing is kept when one is unknown. */
    public void sample(long nanos, OptionalDouble load, OptionalDouble solar, SafeModeSettings settings) {
        if (load.isPresent() && solar.isPresent()) {
            window.addLast(new Sample(nanos, load.getAsDouble(), solar.getAsDouble()));
        }
        while (!window.isEmpty() && nanos - window.getFirst().nanos > settings.rollingWindow().toNanos()) {
            window.removeFirst();
        }
    }

    public Verdict judge(List<Device> devices, SafeModeSettings settings) {
        Optional<Device> offline = devices.stream()
                .filter(device -> device.offlineFor()
                        .filter(time -> time.compareTo(settings.timeout()) >= 0)
                        .isPresent())
                .findFirst();
        if (!settings.enabled() || offline.isEmpty()) {
            return Verdict.OFF;
        }
        String name = offline.get().name() + " offline for " + settings.timeout().toSeconds() + " s or more";
        return switch (settings.type()) {
            case TIME_BASED -> new Verdict(true, name);
            case ROLLING_AVERAGE -> window.size() >= FEWEST_SAMPLES && solarShare() >= settings.thresholdPct()
                    ? new Verdict(true, name + ", solar " + Math.round(solarShare()) + " % of the load")
                    : Verdict.OFF;
        };
    }

    private double solarShare() {
        double load = window.stream().mapToDouble(Sample::load).average().orElse(0);
        double solar = window.stream().mapToDouble(Sample::solar).average().orElse(0);
        if (load == 0) {
            return solar > 0 ? 100 : 0;
        }
        return solar / load * 100;
    }

    /**
     * The solar limit while safe mode is on, within 0 to 100 %.
     *
     * @param capacityKw of all inverters; 0 when there is none to limit
     */
    public static double limitPct(SafeModeSettings settings, double capacityKw) {
        return capacityKw <= 0 ? 0 : Math.clamp(settings.powerLimitKw() / capacityKw * 100, 0, 100);
    }
}
