// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control;

import java.util.List;
import org.pigenny.core.model.Command;
import org.pigenny.core.model.ControlReport;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Outcome;
import org.pigenny.core.model.PlantSnapshot;
import org.pigenny.core.model.settings.GeneratorSettings;

/** When the generator runs. Pure: the same inputs give the same decisions, bit for bit, at any speed. */
public final class Generator {
    private Generator() {}

    /**
     * One decision. Called once a second of plant time.
     *
     * @param requests what people asked since the last tick
     */
    public static Step tick(Memory memory, PlantSnapshot now, GeneratorSettings settings, List<Request> requests) {
        return new Step(memory, ControlReport.none(now.nanos()), List.of(), List.of(),
                requests.stream().map(request -> judge(memory, now, settings, request.command())).toList());
    }

    /** What {@link #tick} would answer to this command now. */
    public static Outcome judge(Memory memory, PlantSnapshot now, GeneratorSettings settings, Command command) {
        return new Outcome.Refused(Message.of("refused.not_ready"));
    }
}
