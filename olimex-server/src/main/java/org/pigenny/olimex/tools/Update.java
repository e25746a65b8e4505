// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.tools;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Enumeration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.pigenny.olimex.protocol.StatusKey;
import org.pigenny.olimex.protocol.Verb;

/** One update: check, refuse under a running engine, swap, restart, verify, roll back. */
final class Update {
    private static final String MAIN = "org/pigenny/olimex/server/Main.class";
    private static final int VISIT_MILLIS = 5000;
    private static final Duration TERM_PATIENCE = Duration.ofSeconds(20);
    private static final Duration KILL_PATIENCE = Duration.ofSeconds(5);
    private static final long LOOK_MILLIS = 200;

    private final Plan plan;
    private final PrintStream out;
    private final Path before;

    /**
     * @param patience seconds that the new server may take to answer
     * @param start command that starts the server, when no service manager does
     * @param forced also while the engine runs, or while nobody can say whether it does
     */
    record Plan(Path source, Path target, Path stateDir, String host, int port, int patience, Optional<String> start,
            boolean forced) {}

    Update(Plan plan, PrintStream out) {
        this.plan = plan;
        this.out = out;
        before = plan.target().resolveSibling(plan.target().getFileName() + ".before");
    }

    void run() throws UpdateException {
        checkSource();
        checkEngine();
        swap();
        Optional<String> failure = restartAndVerify();
        if (failure.isEmpty()) {
            say("The new server answers.");
            return;
        }
        say("Rolling back: " + failure.get());
        rollBack();
        Optional<String> still = restartAndVerify();
        throw new UpdateException(failure.get() + "; the old program is back"
                + still.map(why -> " but does not answer either: " + why).orElse(" and answers"), true);
    }

    /** Reads it to its last byte: a jar that was cut short on its way is noticed here and not in the field. */
    private void checkSource() throws UpdateException {
        try (JarFile jar = new JarFile(plan.source().toFile())) {
            if (jar.getEntry(MAIN) == null) {
                throw refused(plan.source() + " is no relay server: it has no " + MAIN);
            }
            for (Enumeration<JarEntry> all = jar.entries(); all.hasMoreElements();) {
                try (InputStream in = jar.getInputStream(all.nextElement())) {
                    in.transferTo(java.io.OutputStream.nullOutputStream());
                }
            }
        } catch (IOException | SecurityException e) {
            throw refused(plan.source() + " is damaged or no jar: " + e.getMessage());
        }
        if (!Files.isRegularFile(plan.target())) {
            throw refused("There is no " + plan.target() + " to replace");
        }
    }

    private void checkEngine() throws UpdateException {
        Map<StatusKey, String> status;
        try (Visit visit = visit()) {
            status = visit.status();
            if (plan.forced()) {
                say("Forced: " + visit.ask(Verb.HANDOVER));
                return;
            }
        } catch (IOException e) {
            if (plan.forced()) {
                return;
            }
            throw refused(
                    "The server does not answer (" + e.getMessage() + "), so nobody knows whether the engine runs."
                            + " Look at the engine, then --force \"" + UpdateMain.FORCE_WORDS + "\"");
        }
        String phase = status.getOrDefault(StatusKey.PHASE, "");
        boolean off = "stopped".equals(status.get(StatusKey.ENGINE)) && (phase.equals("off") || phase.equals("fault"));
        if (!off) {
            throw refused("The engine is not off (phase " + phase + "). Stop it first.");
        }
    }

    private void swap() throws UpdateException {
        Path fresh = plan.target().resolveSibling(plan.target().getFileName() + ".fresh");
        try {
            Files.copy(plan.source(), fresh, StandardCopyOption.REPLACE_EXISTING);
            Files.copy(plan.target(), before, StandardCopyOption.REPLACE_EXISTING);
            Files.move(fresh, plan.target(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw refused("Cannot replace " + plan.target() + ": " + e);
        }
        say("Replaced " + plan.target());
    }

    private void rollBack() throws UpdateException {
        try {
            Files.move(before, plan.target(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UpdateException("The old program cannot be put back: " + e, true);
        }
    }

    /** Why the program that is in place now does not serve, or empty when it does. */
    private Optional<String> restartAndVerify() {
        long old = pid();
        end(old);
        if (plan.start().isPresent()) {
            try {
                new ProcessBuilder("/bin/sh", "-c", plan.start().get()).redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
            } catch (IOException e) {
                return Optional.of("it cannot be started: " + e.getMessage());
            }
        }
        return verify(old);
    }

    private void end(long pid) {
        Optional<ProcessHandle> running = pid == 0 ? Optional.empty() : ProcessHandle.of(pid);
        if (running.isEmpty()) {
            return;
        }
        say("Ending process " + pid);
        running.get().destroy();
        if (!ended(running.get(), TERM_PATIENCE)) {
            say("It does not end, killing it");
            running.get().destroyForcibly();
            ended(running.get(), KILL_PATIENCE);
        }
    }

    private static boolean ended(ProcessHandle process, Duration patience) {
        try {
            process.onExit().orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS).join();
            return true;
        } catch (CompletionException e) {
            return !process.isAlive();
        }
    }

    private Optional<String> verify(long old) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(plan.patience());
        String why = "it does not answer within " + plan.patience() + " s";
        while (System.nanoTime() < until) {
            if (pid() != old) {
                try (Visit visit = visit()) {
                    if (visit.status().containsKey(StatusKey.PHASE)) {
                        return Optional.empty();
                    }
                } catch (IOException e) {
                    why = "it does not answer within " + plan.patience() + " s: " + e.getMessage();
                }
            }
            pause();
        }
        return Optional.of(why);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The server's, as it keeps it; 0 when it is not known. */
    private long pid() {
        try {
            return Long.parseLong(Files.readString(plan.stateDir().resolve("pid")).trim());
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }

    private Visit visit() throws IOException {
        return new Visit(plan.host(), plan.port(), VISIT_MILLIS);
    }

    private static UpdateException refused(String why) {
        return new UpdateException(why, false);
    }

    private void say(String text) {
        out.println(text);
    }
}
