// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.app;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import org.pigenny.core.api.Core;
import org.pigenny.core.model.Command;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Outcome;
import org.pigenny.core.text.Phrases;
import org.pigenny.kiosk.control.Tone;
import org.pigenny.kiosk.frame.Asks;
import org.pigenny.kiosk.frame.Overlays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the core away from the screen's thread. Commands have a thread of their own, so that no query delays a STOP. */
final class Background implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Background.class);

    private final Core core;
    private final ExecutorService commands = Executors.newSingleThreadExecutor(Thread.ofPlatform()
            .daemon()
            .name("kiosk-commands")
            .factory());
    private final ExecutorService queries = Executors.newSingleThreadExecutor(Thread.ofPlatform()
            .daemon()
            .name("kiosk-queries")
            .factory());

    Background(Core core) {
        this.core = core;
    }

    /** @param overlays where answers are said */
    Asks asks(Phrases words, Overlays overlays) {
        return new Asks() {
            @Override
            public void submit(Command command) {
                commands.execute(() -> answer(() -> core.submit(command, Origin.SCREEN), words, overlays, ok -> {}));
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
                commands.execute(() -> answer(() -> change.apply(core), words, overlays, then));
            }
        };
    }

    private static void answer(java.util.function.Supplier<Outcome> ask, Phrases words, Overlays overlays,
            Consumer<Boolean> then) {
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
        for (ExecutorService one : java.util.List.of(commands, queries)) {
            java.util.concurrent.CompletableFuture.runAsync(() -> {}, one).join();
        }
        java.util.concurrent.CompletableFuture.runAsync(() -> {}, Platform::runLater).join();
    }

    @Override
    public void close() {
        commands.shutdownNow();
        queries.shutdownNow();
    }
}
