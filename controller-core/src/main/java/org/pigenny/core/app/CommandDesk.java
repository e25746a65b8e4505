// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import java.util.Optional;
import java.util.function.Supplier;
import org.pigenny.core.control.Generator;
import org.pigenny.core.control.Request;
import org.pigenny.core.model.Command;
import org.pigenny.core.model.EngineCommand;
import org.pigenny.core.model.Event;
import org.pigenny.core.model.EventSink;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Outcome;
import org.pigenny.core.model.PlantSnapshot;
import org.pigenny.core.model.RelayPort;
import org.pigenny.core.model.Severity;
import org.pigenny.core.model.settings.Settings;
import org.pigenny.core.system.AuditLog;
import org.pigenny.core.time.TimeSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes commands of people: judges them at once, hands the good ones to the next tick, writes down who asked for what. */
final class CommandDesk {
    private static final Logger LOG = LoggerFactory.getLogger(CommandDesk.class);

    private final ControlCell cell;
    private final Supplier<PlantSnapshot> freeze;
    private final Supplier<Settings> settings;
    private final RelayPort relay;
    private final SafeModeKeeper safeMode;
    private final EventSink events;
    private final TimeSource plant;
    private final LogSwitch log;
    private final AuditLog audit;

    CommandDesk(ControlCell cell, Supplier<PlantSnapshot> freeze, Supplier<Settings> settings, RelayPort relay,
            SafeModeKeeper safeMode, EventSink events, TimeSource plant, LogSwitch log, AuditLog audit) {
        this.log = log;
        this.audit = audit;
        this.cell = cell;
        this.freeze = freeze;
        this.settings = settings;
        this.relay = relay;
        this.safeMode = safeMode;
        this.events = events;
        this.plant = plant;
    }

    Outcome submit(Command command, Origin origin) {
        Outcome outcome = switch (command) {
            case Command.ClearSafeMode clear -> clearSafeMode(origin);
            case Command.EmergencyStop stop -> emergencyStop(origin);
            case Command.Acknowledge acknowledge -> acknowledge(acknowledge, origin);
            case Command other -> hand(other, origin);
        };
        record(command, origin, outcome);
        return outcome;
    }

    /** Alarms of the host are kept by the records, all others by control; those of the disk and the database by both. */
    private Outcome acknowledge(Command.Acknowledge command, Origin origin) {
        boolean kept = log.acknowledge(command.alarmCode(), origin);
        Outcome outcome = hand(command, origin);
        return kept && outcome instanceof Outcome.Refused
                ? new Outcome.Accepted(Message.of("command.acknowledged", command.alarmCode()))
                : outcome;
    }

    private Outcome clearSafeMode(Origin origin) {
        return safeMode.clear(origin)
                ? new Outcome.Accepted(Message.of("safe_mode.clear_accepted"))
                : new Outcome.Refused(Message.of("safe_mode.nothing_to_clear"));
    }

    /** Goes to the relay server by the shortest way, whatever state control is in; control learns of it as well. */
    private Outcome emergencyStop(Origin origin) {
        relay.submit(EngineCommand.EMERGENCY_STOP);
        Outcome outcome = hand(new Command.EmergencyStop(), origin);
        if (outcome instanceof Outcome.Accepted) {
            return outcome;
        }
        Message sent = Message.of("command.emergency_stop_sent");
        events.record(new Event(plant.wall(), Event.Kind.OPERATOR, Severity.WARNING, sent, Optional.empty(), origin));
        return new Outcome.Accepted(sent);
    }

    private Outcome hand(Command command, Origin origin) {
        Outcome outcome;
        try {
            outcome = Generator.judge(cell.memory(), freeze.get(), settings.get().generator(), command);
        } catch (RuntimeException e) {
            LOG.error("[ERROR] A command cannot be judged: {}", command, e);
            outcome = new Outcome.Refused(Message.of("command.failed"));
        }
        if (outcome instanceof Outcome.Accepted && isStart(command) && cell.stopWaits()) {
            return new Outcome.Refused(Message.of("refused.stop_wins"));
        }
        if (outcome instanceof Outcome.Accepted && !cell.ask(new Request(command, origin))) {
            return new Outcome.Refused(Message.of("command.too_many"));
        }
        return outcome;
    }

    private static boolean isStart(Command command) {
        return command instanceof Command.StartUntilStopped || command instanceof Command.StartFor
                || command instanceof Command.StartUntilAuto;
    }

    /** What is accepted is written down by whoever does it; a refusal has nobody else to tell of it. */
    private void record(Command command, Origin origin, Outcome outcome) {
        audit.write(origin.name(), command.toString(), outcome instanceof Outcome.Accepted,
                Words.english(outcome));
        if (outcome instanceof Outcome.Refused refused) {
            Message name = Message.of("command." + command.getClass().getSimpleName());
            events.record(new Event(plant.wall(), Event.Kind.OPERATOR, Severity.WARNING,
                    Message.of("command.refused", name, refused.why()), Optional.empty(), origin));
        }
    }
}
