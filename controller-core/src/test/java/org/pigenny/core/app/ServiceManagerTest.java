// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.pigenny.core.app.PlantedParts.Manner;
import org.pigenny.core.system.StandInSystemd;

/** What systemd is told by a whole core: that it is ready, that it works, that it does not, that it ends. */
@Timeout(120)
final class ServiceManagerTest {
    @TempDir
    Path home;

    @Test
    void it_is_told_readiness_life_a_hang_of_control_and_the_end() throws Exception {
        try (StandInSystemd systemd = new StandInSystemd(home)) {
            try (CoreBench bench = new CoreBench(home, options -> options
                    .withEnvironment(Map.of("NOTIFY_SOCKET", systemd.socket(), "WATCHDOG_USEC", "300000"))
                    .withTimings(CoreBench.SLOW_TO_MEND))) {
                systemd.until("READY=1");
                systemd.until("WATCHDOG=1");
                bench.parts.plant("logging", Manner.THROW);
                bench.await("logging failed", now -> now.services()
                        .stream()
                        .anyMatch(service -> service.name().equals("logging") && service.lastError().isPresent()));
                systemd.until("WATCHDOG=1");
                bench.parts.plant("control", Manner.THROW);
                systemd.until("STATUS=not fed: control");
                bench.parts.plant("control", Manner.LIVE);
                systemd.until("WATCHDOG=1");
            }
            systemd.until("STOPPING=1");
        }
    }
}
