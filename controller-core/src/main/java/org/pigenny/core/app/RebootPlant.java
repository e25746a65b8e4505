// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.pigenny.core.app.reboot.Reboot;
import org.pigenny.core.model.EngineReport;

/** What a reboot has to know of this process, and what is done before it. */
final class RebootPlant implements Reboot.Plant {
    private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");

    private final Plant plant;
    private final List<Runnable> before;

    /** @param before done in this order before the computer goes down */
    RebootPlant(Plant plant, Runnable... before) {
        this.plant = plant;
        this.before = List.of(before);
    }

    /** Another one after each boot; empty where the kernel tells none. */
    static String bootId() {
        try {
            return Files.readString(BOOT_ID).strip();
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public Optional<EngineReport> engine() {
        return plant.engine.get();
    }

    @Override
    public long nanos() {
        return plant.time().nanos();
    }

    @Override
    public void prepare() {
        before.forEach(Runnable::run);
    }
}
