// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.app.backup.BackupException;
import org.pigenny.core.app.backup.Restore;
import org.pigenny.core.json.Json;
import org.pigenny.core.model.Event;
import org.pigenny.core.model.EventSink;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Severity;
import org.pigenny.core.time.TimeSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A restore ends this life of the core; the next one begins with what was restored. */
final class BeginAnew {
    /** Not 0, so that whoever watches starts it again. */
    static final int EXIT = 5;
    private static final Duration ANSWER_GOES_OUT = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(BeginAnew.class);

    private BeginAnew() {}

    /**
     * Carries out a restore that was staged, before anything reads the data.
     *
     * @return whether there was one
     * @throws IllegalStateException when it cannot be carried out: a core must not run on a mixture
     */
    static boolean restorePending(Home home, HomeLock lock) {
        try {
            return Restore.applyPending(home).isPresent();
        } catch (BackupException e) {
            lock.close();
            throw new IllegalStateException("The restore cannot be carried out: " + Words.english(e.words()), e);
        }
    }

    static void soon(Runnable close, CoreOptions options) {
        LOG.info("The core ends and begins anew with what was restored");
        Thread.ofPlatform().name("begin-anew").daemon(true).start(() -> {
            try {
                options.real().sleep(ANSWER_GOES_OUT);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            close.run();
            options.halt().accept(EXIT);
        });
    }

    /** Says in the log of the new life where it comes from. */
    static void tell(Home home, EventSink events, TimeSource plant) {
        Path file = home.data().resolve(Restore.TOLD);
        try {
            Map<String, @Nullable Object> order = Json.readObject(Files.readString(file)).orElseGet(Map::of);
            events.record(new Event(plant.wall(), Event.Kind.SYSTEM, Severity.WARNING,
                    Message.of("restore.told", String.valueOf(order.get("archive")),
                            String.valueOf(order.get("made_at")), String.valueOf(order.get("aside"))),
                    Optional.empty(), new Origin(String.valueOf(order.get("who")))));
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("What was restored cannot be told: {}", e.toString());
        }
    }
}
