// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pigenny.core.logging.alarm.AlarmDefinition;
import org.pigenny.core.logging.alarm.AlarmRules;
import org.pigenny.core.logging.alarm.StandingAlarms;
import org.pigenny.core.logging.store.Session;
import org.pigenny.core.model.Event;
import org.pigenny.core.model.EventSink;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Severity;
import org.pigenny.core.time.TimeSource;

/** Judges values by the alarm definitions, and tells of changes: an event, a row of history, a standing alarm. */
final class AlarmDesk {
    private final AlarmRules rules;
    private final StandingAlarms standing;
    private final EventSink events;
    private final TimeSource plant;

    AlarmDesk(List<AlarmDefinition> definitions, StandingAlarms standing, EventSink events, TimeSource plant) {
        this.rules = new AlarmRules(definitions);
        this.standing = standing;
        this.events = events;
        this.plant = plant;
    }

    synchronized void resume(Session session) throws SQLException {
        Map<String, Severity> open = new HashMap<>(standing.resume(session));
        // What has no definition is raised by its own cause again, if that is still there.
        open.keySet().stream().filter(id -> !rules.knows(id)).toList().forEach(id -> {
            open.remove(id);
            standing.resolve(id, plant.wall());
        });
        rules.resume(open);
    }

    synchronized void define(List<AlarmDefinition> definitions) {
        rules.define(definitions).forEach(this::tell);
    }

    synchronized void evaluate(Map<String, Double> values) {
        rules.evaluate(values, plant.nanos()).forEach(this::tell);
    }

    private void tell(AlarmRules.Change change) {
        switch (change) {
            case AlarmRules.Change.Raised raised ->
                raise(raised.definition(), raised.condition(), raised.value(), true);
            case AlarmRules.Change.Escalated up -> raise(up.definition(), up.condition(), up.value(), true);
            case AlarmRules.Change.Eased down -> raise(down.definition(), down.condition(), down.value(), false);
            case AlarmRules.Change.Continued on -> raise(on.definition(), on.condition(), on.value(), false);
            case AlarmRules.Change.Resolved resolved -> resolve(resolved.definition());
        }
    }

    private void raise(AlarmDefinition definition, AlarmDefinition.Condition condition, double value, boolean notice) {
        Message text = Message.of(condition.text(), value, condition.threshold());
        standing.raise(definition.id(), definition.code(), condition.severity(), text, definition.remedy(),
                definition.inSigns(condition), plant.wall());
        if (notice) {
            event(condition.severity(), text, definition.code());
        }
    }

    private void resolve(AlarmDefinition definition) {
        standing.resolve(definition.id(), plant.wall());
        event(Severity.INFO, Message.of("records.alarm_over", definition.code()), definition.code());
    }

    private void event(Severity severity, Message text, String code) {
        events.record(
                new Event(plant.wall(), Event.Kind.ALARM, severity, text, Optional.of(code), Origin.CORE));
    }
}
