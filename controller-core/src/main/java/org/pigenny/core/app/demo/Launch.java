// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.pigenny.core.app.CoreOptions;
import org.pigenny.core.app.CoreProcess;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A core and, when asked for, the simulated plant that it runs on; both end together, the core first. */
public final class Launch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Launch.class);

    private final CoreProcess core;
    private final Optional<DemoPlant> plant;

    private Launch(CoreProcess core, Optional<DemoPlant> plant) {
        this.core = core;
        this.plant = plant;
    }

    /** On the plant that the settings name. */
    public static Launch real(CoreOptions options) {
        return new Launch(CoreProcess.start(options), Optional.empty());
    }

    /**
     * On a simulated plant.
     *
     * @param speed times real; empty for the demo's own
     * @param recording shown instead of the simulated day
     * @throws IOException naming what could not be started or read
     */
    public static Launch simulated(CoreOptions options, Optional<Double> speed, Optional<Path> recording)
            throws IOException, InterruptedException {
        DemoPlant plant = DemoPlant.start(options, speed, recording);
        return new Launch(CoreProcess.start(plant.options()), Optional.of(plant));
    }

    public CoreProcess core() {
        return core;
    }

    @Override
    public void close() {
        core.close();
        if (plant.isPresent()) {
            try {
                plant.get().close();
            } catch (IOException e) {
                LOG.warn("The simulated plant did not end cleanly: {}", e.getMessage());
            }
        }
    }
}
