// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import java.util.List;
import org.pigenny.core.control.Memory;
import org.pigenny.core.control.Request;
import org.pigenny.core.control.Step;
import org.pigenny.core.model.PlantSnapshot;
import org.pigenny.core.model.settings.GeneratorSettings;

/** Told of everything that went into a tick and came out of it. Never waits. */
@FunctionalInterface
interface TickTap {
    TickTap NONE = (before, now, settings, requests, step) -> {};

    void ticked(Memory before, PlantSnapshot now, GeneratorSettings settings, List<Request> requests, Step step);
}
