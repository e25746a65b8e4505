// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.pigenny.core.control.alarm.AlarmCode;
import org.pigenny.core.control.upkeep.ServiceBook;
import org.pigenny.core.control.upkeep.Tank;
import org.pigenny.core.model.Command;
import org.pigenny.core.model.EngineCommand;
import org.pigenny.core.model.Event.Kind;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Outcome;
import org.pigenny.core.model.Severity;

/** Carries out what people asked since the last tick, in order of authority: a stop wins over a start of the same moment. */
final class Requests {
    private Requests() {}

    /** The answers, in the order of the requests. */
    static List<Outcome> apply(Tick t, List<Request> requests) {
        if (requests.isEmpty()) {
            return List.of();
        }
        Outcome[] answers = new Outcome[requests.size()];
        IntStream.range(0, requests.size())
                .boxed()
                .sorted(Comparator.comparingInt(i -> rank(requests.get(i).command())))
                .forEach(i -> answers[i] = answer(t, requests.get(i)));
        return new ArrayList<>(Arrays.asList(answers));
    }

    private static int rank(Command command) {
        return switch (command) {
            case Command.EmergencyStop ignored -> 0;
            case Command.ServiceMode ignored -> 1;
            case Command.Stop ignored -> 2;
            case Command.StartUntilStopped ignored -> 4;
            case Command.StartFor ignored -> 4;
            case Command.StartUntilAuto ignored -> 4;
            case Command.Reset ignored -> 3;
            case Command.EndHold ignored -> 3;
            case Command.Acknowledge ignored -> 3;
            case Command.Shelve ignored -> 3;
            case Command.ClearSafeMode ignored -> 3;
            case Command.SetFuel ignored -> 3;
            case Command.ServiceDone ignored -> 3;
        };
    }

    private static Outcome answer(Tick t, Request request) {
        Outcome outcome = Judge.judge(t, request.command());
        switch (outcome) {
            case Outcome.Accepted accepted -> {
                t.event(Kind.OPERATOR, Severity.INFO, accepted.text(), request.origin());
                carryOut(t, request.command(), request.origin());
            }
            case Outcome.Refused refused -> t.event(Kind.OPERATOR, Severity.WARNING, refused.why(), request.origin());
        }
        return outcome;
    }

    private static void carryOut(Tick t, Command command, Origin origin) {
        switch (command) {
            case Command.StartUntilStopped ignored -> manual(t, ManualRun.Kind.UNTIL_STOPPED, OptionalLong.empty(),
                    origin);
            case Command.StartFor timed -> manual(t, ManualRun.Kind.TIMED, OptionalLong.of(t.in(timed.time())), origin);
            case Command.StartUntilAuto ignored -> manual(t, ManualRun.Kind.UNTIL_AUTO, OptionalLong.empty(), origin);
            case Command.Stop ignored -> stop(t);
            case Command.EmergencyStop ignored -> emergencyStop(t, origin);
            case Command.Reset ignored -> Resets.apply(t, origin);
            case Command.ServiceMode mode -> service(t, mode.on(), origin);
            case Command.EndHold ignored -> t.holds = t.holds.ended();
            case Command.Acknowledge ack -> acknowledge(t, ack.alarmCode());
            case Command.Shelve shelve -> t.alarms = t.alarms.shelve(shelve.alarmCode(),
                    t.now.wall().plus(shelve.time()));
            case Command.ClearSafeMode ignored -> {
            }
            case Command.SetFuel fuel -> t.book = t.book.with(Tank.at(fuel.percent()));
            case Command.ServiceDone ignored -> t.book = t.book
                    .with(ServiceBook.done(t.book.tally().total().engine(), t.today));
        }
    }

    /** Acknowledging the run limit is how a person ends the rest after it. */
    private static void acknowledge(Tick t, String code) {
        t.alarms = t.alarms.acknowledge(code);
        if (code.equals(AlarmCode.G_109.code())) {
            t.holds = t.holds.limitAcknowledged();
        }
    }

    private static void manual(Tick t, ManualRun.Kind kind, OptionalLong until, Origin origin) {
        t.manual = new ManualRun(kind, until, origin);
    }

    private static void stop(Tick t) {
        t.stopAsked = true;
        t.dropWishes();
        t.holds = t.holds.stopped(t.in(t.settings.manualStopHold()));
        if (t.run != null) {
            t.run = t.run.ending(Message.of("stop.by_hand"));
        }
    }

    /** All relays off now; nothing runs until a reset. */
    static void emergencyStop(Tick t, Origin origin) {
        t.stopAsked = true;
        t.trouble = t.trouble.emergency(new Trouble.Pressed(t.nanos(), t.now.wall(), origin));
        t.dropWishes();
        t.actions.add(EngineCommand.EMERGENCY_STOP);
        t.event(Kind.GENERATOR, Severity.CRITICAL, Message.of("event.emergency_stop"), origin);
        if (t.run != null) {
            Runs.ended(t);
        }
        t.state = t.resting();
    }

    private static void service(Tick t, boolean on, Origin origin) {
        t.trouble = t.trouble.service(on
                ? Optional.of(new Trouble.Pressed(t.nanos(), t.now.wall(), origin))
                : Optional.empty());
        if (on) {
            t.stopAsked = true;
            t.dropWishes();
        }
    }
}
