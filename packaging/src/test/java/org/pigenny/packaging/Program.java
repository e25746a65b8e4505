// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.packaging;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** One of our programs, running, with everything it has said. Both output streams are read as one. */
final class Program implements AutoCloseable {
    private final Process process;
    private final List<String> lines = new ArrayList<>();
    private final Thread reader;
    private boolean ended;

    private Program(Process process) {
        this.process = process;
        this.reader = Thread.ofPlatform().name("reader").daemon(true).start(this::read);
    }

    static Path pigenny() {
        return Path.of(System.getProperty("pigenny.folder"), "bin", "pigenny");
    }

    static Path olimex(String tool) {
        return Path.of(System.getProperty("olimex.folder"), "bin", tool);
    }

    /** Runs with the given additions to the environment; DISPLAY is always absent. */
    static Program start(Map<String, String> environment, Path program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("DISPLAY");
        builder.environment().remove("WAYLAND_DISPLAY");
        builder.environment().putAll(environment);
        return new Program(builder.start());
    }

    private void read() {
        try (BufferedReader from = process.inputReader()) {
            for (String line = from.readLine(); line != null; line = from.readLine()) {
                say(line);
            }
        } catch (IOException e) {
            say("(its output broke: " + e + ")");
        } finally {
            finish();
        }
    }

    private synchronized void say(String line) {
        lines.add(line);
        notifyAll();
    }

    private synchronized void finish() {
        ended = true;
        notifyAll();
    }

    /** Waits for a line; fails with everything said when the program ends or the time is over without it. */
    synchronized String await(Predicate<String> wanted, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        for (int next = 0;; next++) {
            while (next >= lines.size()) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (ended || left <= 0) {
                    throw new AssertionError("the line never came; it said:\n" + String.join("\n", lines));
                }
                wait(left);
            }
            if (wanted.test(lines.get(next))) {
                return lines.get(next);
            }
        }
    }

    String await(String part, Duration limit) throws InterruptedException {
        return await(line -> line.contains(part), limit);
    }

    /** Waits for the end and gives the exit code. */
    int exitCode(Duration limit) throws InterruptedException {
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("it did not end; it said:\n" + said());
        }
        reader.join();
        return process.exitValue();
    }

    synchronized String said() {
        return String.join("\n", lines);
    }

    synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    Process process() {
        return process;
    }

    @Override
    public void close() {
        List<ProcessHandle> family = new ArrayList<>(process.descendants().toList());
        process.destroyForcibly();
        family.forEach(ProcessHandle::destroyForcibly);
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted while waiting for the end of a program", e));
        }
    }

}
