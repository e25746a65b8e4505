// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.server;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.pigenny.olimex.board.BoardException;
import org.pigenny.olimex.board.EngineBehaviour;
import org.pigenny.olimex.board.SimulatedBoard;
import org.pigenny.olimex.protocol.Answers;
import org.pigenny.olimex.protocol.Inputs;
import org.pigenny.olimex.protocol.StatusLines;
import org.pigenny.olimex.protocol.StopReason;
import org.pigenny.olimex.protocol.Verb;
import org.pigenny.olimex.sequence.Sequencer;
import org.pigenny.olimex.sequence.StartAnswer;

/** What each command does. Syntax is judged before permission, permission before everything else. */
final class Commands {
    private static final double NANOS_PER_MILLI = 1e6;

    private final Owner owner;
    private final StatusWriter status;
    private final Access access;
    private final Journal journal;
    private final Optional<SimulatedBoard> simulation;
    private final Handover handover;
    /** Who switched maintenance mode on last; touched on the owner's thread alone. */
    private @Nullable Connection hands;

    Commands(Owner owner, StatusWriter status, Access access, Journal journal, Optional<SimulatedBoard> simulation,
            Handover handover) {
        this.owner = owner;
        this.status = status;
        this.access = access;
        this.journal = journal;
        this.simulation = simulation;
        this.handover = handover;
    }

    /** The relays left with no client go off, and the maintenance mode of a client ends with it. Told twice, it does it once. */
    void clientLeft(Connection client) {
        if (client.movedRelays) {
            client.movedRelays = false;
            owner.submit(new Order((sequencer, now) -> {
                sequencer.releaseRelays(now);
                return Order.Result.now("");
            }, text -> journal.line("relays of " + client.origin + " released")));
        }
        if (client.askedMaintenance) {
            client.askedMaintenance = false;
            owner.submit(new Order((sequencer, now) -> leaveMaintenance(client, sequencer, now), text -> {
                if (!text.isEmpty()) {
                    journal.line(text);
                }
            }));
        }
    }

    /**
     * Whether relays are set by hand over this connection: it is not closed for its silence, as the mode would end with it under
     * somebody who works at the wiring. The mode itself ends when it is forgotten.
     */
    boolean inHandOf(Connection client) {
        return client.askedMaintenance && owner.view().report().maintenance();
    }

    private Order.Result leaveMaintenance(Connection client, Sequencer sequencer, long now) {
        if (client != hands || !sequencer.inMaintenance()) {
            return Order.Result.now("");
        }
        hands = null;
        sequencer.maintenance(now, false);
        return Order.Result.now("maintenance mode ended with " + client.origin);
    }

    /**
     * Begins one command. Its answer comes at once, or later by way of {@code network}.
     *
     * @param network runs a task on the network's thread
     */
    void begin(Connection client, Slot slot, Executor network) {
        slot.begun = true;
        if (slot.verb.isEmpty()) {
            slot.answer(Answers.unknownCommand(slot.firstWord().toUpperCase(Locale.ROOT)));
            return;
        }
        Verb verb = slot.verb.get();
        Optional<String> refusal = Syntax.fault(verb, slot.argument()).or(() -> permission(client, verb));
        if (refusal.isPresent()) {
            log(client, slot, refusal.get());
            slot.answer(refusal.get());
            return;
        }
        if (!verb.commands()) {
            client.looks++;
            look(client, slot, verb);
            return;
        }
        order(client, slot, verb, network);
    }

    private Optional<String> permission(Connection client, Verb verb) {
        if (!verb.commands() || client.authenticated) {
            return Optional.empty();
        }
        if (access.needsKey()) {
            return Optional.of(Answers.error("Not authenticated (AUTH first)"));
        }
        return access.allows(client.address)
                ? Optional.empty()
                : Optional.of(Answers.error("Not allowed from " + client.address.getHostAddress()));
    }

    private void look(Connection client, Slot slot, Verb verb) {
        switch (verb) {
            case PING -> slot.answer(Answers.PONG);
            case STATUS -> slot.answer(StatusLines.encode(status.values(owner.view())).stripTrailing());
            case INPUTS -> {
                Inputs inputs = owner.view().report().inputs();
                slot.answer(inputs.known() ? inputs.describe() : Answers.ERROR);
            }
            case HELP -> slot.answer(help());
            case QUIT -> {
                slot.answer(Answers.BYE);
                client.quitting = true;
            }
            case SUBSCRIBE -> {
                client.subscribed = true;
                client.told.clear();
                slot.answer(Answers.ok("Subscribed"));
            }
            case AUTH -> authenticate(client, slot);
            case START, STOP, RELAY, RUN, HALT, ESTOP, RESET, RENEW, CYCLE, MAINTENANCE, HANDOVER, SIMULATE ->
                throw new IllegalStateException(
                        verb + " is no look");
        }
    }

    private void authenticate(Connection client, Slot slot) {
        String challenge = client.challenge;
        client.challenge = "";
        if (!access.needsKey()) {
            slot.answer(Answers.error("No key is configured"));
        } else if (slot.argument().isEmpty()) {
            client.challenge = access.challenge();
            slot.answer(Answers.CHALLENGE + client.challenge);
        } else {
            client.authenticated = access.answers(challenge, slot.argument().toLowerCase(Locale.ROOT));
            String answer = client.authenticated
                    ? Answers.ok("Authenticated")
                    : Answers.error("Authentication failed");
            journal.line("AUTH from " + client.origin + ": " + answer);
            slot.answer(answer);
        }
    }

    private static String help() {
        StringBuilder text = new StringBuilder("Commands:\n");
        for (Verb verb : Verb.values()) {
            text.append("  ").append(verb.name()).append(" - ").append(verb.help()).append('\n');
        }
        return text.append("END").toString();
    }

    private void order(Connection client, Slot slot, Verb verb, Executor network) {
        client.ordered = true;
        Order.Action action = action(client, slot, verb);
        Order order = new Order(action, text -> {
            log(client, slot, text + (verb == Verb.ESTOP ? relaysOffAfter(slot) : ""));
            network.execute(() -> slot.answer(text));
        });
        boolean taken = verb == Verb.ESTOP ? owner.submitFirst(order) : owner.submit(order);
        if (!taken) {
            slot.answer(Answers.error("Too much to do, try again"));
        }
    }

    /** Asked on the owner's thread once the relays are written: what an emergency stop took in the server. */
    private String relaysOffAfter(Slot slot) {
        double millis = (owner.now() - slot.receivedAt) / NANOS_PER_MILLI;
        return owner.view().relays() == 0
                ? String.format(Locale.ROOT, ", relays off %.3f ms after receipt", millis)
                : ", relays not yet written";
    }

    private Order.Action action(Connection client, Slot slot, Verb verb) {
        return switch (verb) {
            case START -> (sequencer, now) -> answered(sequencer.start(now, false), LateAnswers::started);
            case RUN -> run(slot.argument().equalsIgnoreCase(Answers.SKIP_WARMUP));
            case STOP -> (sequencer, now) -> {
                sequencer.stop(now, StopReason.COMMAND);
                return LateAnswers::stopped;
            };
            case HALT -> (sequencer, now) -> {
                sequencer.stop(now, StopReason.COMMAND);
                return report -> Optional.of(Answers.RUN_ACCEPTED + report.runId() + " phase=" + report.phase().word());
            };
            case ESTOP -> (sequencer, now) -> {
                sequencer.emergencyStop(now);
                return Order.Result.now(Answers.ok("Emergency stop, all relays off"));
            };
            case RESET -> (sequencer, now) -> said(sequencer.reset(now), "Reset");
            case RENEW -> (sequencer, now) -> {
                sequencer.renew(now);
                return Order.Result.now(Answers.ok("Lease renewed"));
            };
            case CYCLE -> (sequencer, now) -> sequencer.cycleCharger(now)
                    ? Order.Result.now(Answers.ok("Charger off and on again"))
                    : Order.Result.now(Answers.error("Charger is not on"));
            case MAINTENANCE -> maintenance(client, slot.argument().equalsIgnoreCase("ON"));
            case RELAY -> relay(client, Syntax.relays(slot.argument()));
            case HANDOVER -> (sequencer, now) -> Order.Result.now(handover.ask(sequencer.phase()));
            case SIMULATE -> simulate(EngineBehaviour.valueOf(slot.argument().toUpperCase(Locale.ROOT)));
            case PING, STATUS, INPUTS, HELP, QUIT, SUBSCRIBE, AUTH -> throw new IllegalStateException(
                    verb + " is no order");
        };
    }

    private static Order.Action run(boolean skipWarmup) {
        return (sequencer, now) -> answered(sequencer.start(now, true, skipWarmup),
                runId -> Order.Result.now(Answers.RUN_ACCEPTED + runId + (skipWarmup ? Answers.WARMUP_SKIPPED : "")));
    }

    private static Order.Result answered(StartAnswer answer, LongFunction<Order.Result> whenAccepted) {
        return answer instanceof StartAnswer.Refused refused
                ? Order.Result.now(Answers.error(refused.text()))
                : whenAccepted.apply(((StartAnswer.Accepted) answer).runId());
    }

    private static Order.Result said(Optional<String> refusal, String done) {
        return Order.Result.now(refusal.map(Answers::error).orElseGet(() -> Answers.ok(done)));
    }

    private Order.Action maintenance(Connection client, boolean on) {
        client.askedMaintenance |= on;
        return (sequencer, now) -> {
            Optional<String> refusal = sequencer.maintenance(now, on);
            if (refusal.isEmpty()) {
                hands = on ? client : null;
            }
            return said(refusal, "Maintenance mode " + (on ? "on" : "off"));
        };
    }

    private static Order.Action relay(Connection client, int bits) {
        client.movedRelays = true;
        return (sequencer, now) -> {
            Optional<String> refusal = sequencer.relay(now, bits);
            return Order.Result.now(refusal.map(Answers::error).orElseGet(() -> Answers.relaysSet(sequencer.relays())));
        };
    }

    private Order.Action simulate(EngineBehaviour behaviour) {
        return (sequencer, now) -> {
            if (simulation.isEmpty()) {
                return Order.Result.now(Answers.error("The engine is real"));
            }
            try {
                simulation.get().behave(behaviour);
                return Order.Result.now(Answers.ok("Engine behaves as " + behaviour.word()));
            } catch (BoardException e) {
                return Order.Result.now(Answers.error(String.valueOf(e.getMessage())));
            }
        };
    }

    private void log(Connection client, Slot slot, String answer) {
        if (slot.verb.isPresent() && slot.verb.get() != Verb.RENEW) {
            journal.line(slot.verb.get() + " " + slot.argument() + " from " + client.origin + ": " + answer);
        }
    }
}
