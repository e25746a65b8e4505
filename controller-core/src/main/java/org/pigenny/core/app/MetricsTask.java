// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import java.util.LinkedHashMap;
import java.util.Map;
import org.pigenny.core.system.Heartbeat;
import org.pigenny.core.system.HostMetrics;

/** Hands the values of the host to the alarm definitions of the records. */
final class MetricsTask implements Runnable {
    private final HostMetrics metrics;
    private final Heartbeat heartbeat;
    private final LogSwitch log;

    MetricsTask(HostMetrics metrics, Heartbeat heartbeat, LogSwitch log) {
        this.metrics = metrics;
        this.heartbeat = heartbeat;
        this.log = log;
    }

    @Override
    public void run() {
        Map<String, Double> values = new LinkedHashMap<>(metrics.read());
        heartbeat.ageSeconds().ifPresent(age -> values.put("heartbeat_age_s", (double) age));
        log.judge(values);
    }
}
