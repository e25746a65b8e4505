// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.app;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.application.Platform;
import org.pigenny.core.api.Core;
import org.pigenny.core.model.Command;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Outcome;
import org.pigenny.core.text.Phrases;
import org.pigenny.core.time.TimeSource;
import org.pigenny.kiosk.control.Tone;
import org.pigenny.kiosk.frame.Asks;
import org.pigenny.kiosk.frame.Overlays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the core away from the screen's thread. STOP has a thread of its own, and so have commands, changes and queries: no
 * export to a slow stick and no question to the history delays a command, and nothing at all delays a STOP.
 */
final class Background implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Background.class);

    private final Core core;
    private final Unanswered unanswered;
    private final ThreadPoolExecutor stops = thread("kiosk-stop");
    private final ThreadPoolExecutor commands = thread("kiosk-commands");
    private final ThreadPoolExecutor changes = thread("kiosk-changes");
    private final ThreadPoolExecutor queries = thread("kiosk-queries");

    /** @param time against which the core's answers are awaited */
    Background(Core core, TimeSource time) {
        this.core = core;
        unanswered = new Unanswered(time);
    }

    private static ThreadPoolExecutor thread(String name) {
        return new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name(name).factory());
    }

    /** @param overlays where answers are said */
    Asks asks(Phrases words, Overlays overlays) {
        return new Asks() {
            @Override
            public void submit(Command command) {
                boolean stop = command instanceof Command.Stop || command instanceof Command.EmergencyStop;
                if (stop) {
                    // What still waits was asked for before the STOP, and must not come after it.
                    commands.getQueue().clear();
                    unanswered.forget();
                }
                Runnable answered = unanswered.ask();
                (stop ? stops : commands).execute(() -> {
                    try {
                        answer(() -> core.submit(command, Origin.SCREEN), words, overlays, ok -> {});
                    } finally {
                        answered.run();
                    }
                });
            }

            @Override
            public <T> void fetch(Function<Core, T> question, Consumer<T> then) {
                queries.execute(() -> {
                    try {
                        T found = question.apply(core);
                        Platform.runLater(() -> then.accept(found));
                    } catch (RuntimeException e) {
                        LOG.error("the screen could not read from the core", e);
                        toast(overlays, words.say("ui.ask.failed"), Tone.WARN);
                    }
                });
            }

            @Override
            public void change(Function<Core, Outcome> change, Consumer<Boolean> then) {
                changes.execute(() -> answer(() -> change.apply(core), words, overlays, then));
            }
        };
    }

    /** Whether a command has waited too long for its answer; true once for each. */
    boolean overdue() {
        return unanswered.overdue();
    }

    private static void answer(Supplier<Outcome> ask, Phrases words, Overlays overlays, Consumer<Boolean> then) {
        Outcome outcome;
        try {
            outcome = ask.get();
        } catch (RuntimeException e) {
            LOG.error("the core did not take a command of the screen", e);
            outcome = new Outcome.Refused(Message.of("ui.ask.failed"));
        }
        boolean accepted = outcome instanceof Outcome.Accepted;
        String text = words.say(switch (outcome) {
            case Outcome.Accepted yes -> yes.text();
            case Outcome.Refused no -> no.why();
        });
        toast(overlays, text, accepted ? Tone.CALM : Tone.WARN);
        Platform.runLater(() -> then.accept(accepted));
    }

    private static void toast(Overlays overlays, String text, Tone tone) {
        Platform.runLater(() -> overlays.toast(text, tone));
    }

    /** Waits until everything asked for so far has been answered and the screen has been told. Not on the screen's thread. */
    void settle() {
        for (ThreadPoolExecutor one : List.of(stops, commands, changes, queries)) {
            CompletableFuture.runAsync(() -> {}, one).join();
        }
        CompletableFuture.runAsync(() -> {}, Platform::runLater).join();
    }

    @Override
    public void close() {
        stops.shutdownNow();
        commands.shutdownNow();
        changes.shutdownNow();
        queries.shutdownNow();
    }
}
