// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control;

import java.util.List;
import org.pigenny.core.model.ControlReport;
import org.pigenny.core.model.EngineCommand;
import org.pigenny.core.model.Event;
import org.pigenny.core.model.Outcome;

/**
 * What one tick came to.
 *
 * @param memory for the next tick
 * @param report for everybody who watches
 * @param actions for the relay server, in this order
 * @param events worth a line in the log
 * @param answers to the requests, in their order
 */
public record Step(Memory memory, ControlReport report, List<EngineCommand> actions, List<Event> events,
        List<Outcome> answers) {
    public Step {
        actions = List.copyOf(actions);
        events = List.copyOf(events);
        answers = List.copyOf(answers);
    }
}
