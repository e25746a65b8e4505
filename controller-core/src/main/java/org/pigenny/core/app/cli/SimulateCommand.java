// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.app.simulate.Simulate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code pigenny simulate --script FILE [--settings FILE] [--until SECONDS]} */
@Command(name = "simulate", mixinStandardHelpOptions = true, description = "Run the controller and the engine sequencer "
        + "with simulated time against a script of inputs; print one JSON object for every change.")
public final class SimulateCommand implements Callable<Integer> {
    private static final int BUFFER = 1 << 16;

    @Option(names = "--script", required = true, paramLabel = "FILE", description = "CSV of inputs over time.")
    private @Nullable Path script;

    @Option(names = "--settings", paramLabel = "FILE", description = "Settings to run with; defaults without it.")
    private @Nullable Path settings;

    @Option(names = "--until", paramLabel = "SECONDS", description = "When to end; 600 s after the last row without it.")
    private @Nullable BigDecimal until;

    @Override
    public Integer call() {
        if (script == null) {
            return Simulate.UNREADABLE;
        }
        if (until != null && until.signum() < 0) {
            System.err.println("simulate: --until " + until + " is not at least 0");
            return Simulate.UNREADABLE;
        }
        try (PrintStream out = new PrintStream(new BufferedOutputStream(
                new FileOutputStream(FileDescriptor.out), BUFFER), false, StandardCharsets.UTF_8)) {
            return Simulate.run(script, Optional.ofNullable(settings),
                    Optional.ofNullable(until).map(s -> Duration.ofMillis(s.movePointRight(3).longValue())), out,
                    System.err);
        }
    }
}
