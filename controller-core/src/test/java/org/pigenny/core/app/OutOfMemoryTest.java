// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pigenny.core.model.EnginePhase;
import org.pigenny.core.model.GeneratorState;
import org.pigenny.core.model.LinkReport;

final class OutOfMemoryTest {
    private static final int OUT_OF_MEMORY = 3;

    @TempDir
    Path home;

    /** With the option of the launchers, and by our own means where it was forgotten. */
    @ParameterizedTest
    @ValueSource(strings = {"-XX:+ExitOnOutOfMemoryError", "-XX:-ExitOnOutOfMemoryError"})
    void exhausted_memory_ends_the_process_and_the_next_one_starts_on_the_same_home(String option)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx40m", "-XX:+UseSerialGC", option, "-cp", System.getProperty("java.class.path"),
                OutOfMemoryMain.class.getName(), home.toString())).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the process has ended");
            assertEquals(OUT_OF_MEMORY, process.exitValue());
        } finally {
            process.destroyForcibly();
        }
        theNextOneAsksAndDoesNotAssume();
    }

    /** A generator that runs is neither stopped nor started again: the core learns of it from the relay server. */
    private void theNextOneAsksAndDoesNotAssume() {
        try (CoreBench bench = new CoreBench(home)) {
            bench.awaitHealthy();
            assertEquals(GeneratorState.UNKNOWN, bench.core.snapshot().control().state());
            bench.parts.devices().relayLink(LinkReport.State.UP);
            bench.await("the running generator", now -> {
                bench.parts.devices().readings(50, 1000, 0);
                bench.parts.engine(EnginePhase.LOADED);
                return now.control().state() == GeneratorState.RUNNING;
            });
            assertEquals(List.of(), bench.parts.submitted);
        }
    }

    @Test
    void a_killed_process_leaves_no_lock_behind() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", System.getProperty("java.class.path"), OutOfMemoryMain.class.getName(), home.toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        CoreBench.await(() -> java.nio.file.Files.exists(home.resolve("data/core.lock")), () -> "a running core");
        process.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
        try (CoreBench bench = new CoreBench(home)) {
            bench.awaitHealthy();
        }
    }
}
