// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pigenny.core.model.Loop;
import org.pigenny.core.time.TimeSource;

/** A core whose control service eats all memory, in a process of its own. */
final class OutOfMemoryMain {
    private OutOfMemoryMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        PlantedParts parts = new PlantedParts() {
            @Override
            public List<Loop> more(String service, TimeSource real) {
                return service.equals("control") ? List.of(new Glutton()) : List.of();
            }
        };
        CoreProcess.start(CoreOptions.ofProcess()
                .withEnvironment(Map.of())
                .withHome(Home.under(Path.of(arguments[0])))
                .withParts(parts)
                .withTimings(CoreBench.QUICK)
                .withOverrides(CoreBench.quick()));
        Thread.sleep(Duration.ofMinutes(2));
    }

    private static final class Glutton implements Loop {
        private final List<long[]> eaten = new ArrayList<>();

        @Override
        public String name() {
            return "glutton";
        }

        @Override
        public void run(Runnable progress) {
            while (eaten.size() < Integer.MAX_VALUE) {
                eaten.add(new long[100_000]);
                progress.run();
            }
        }
    }
}
