// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging.replay;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.logging.json.Json;
import org.pigenny.core.model.PlantSnapshot;
import org.pigenny.core.model.settings.GeneratorSettings;

/** Decides a recorded stretch again and compares every decision with the recorded one. */
public final class Replay<M extends Record, R extends Record, D extends Record> {
    /** The pure function that decides. */
    @FunctionalInterface
    public interface Decider<M, R, D> {
        D tick(M memory, PlantSnapshot now, GeneratorSettings settings, List<R> requests);
    }

    /**
     * What came of it.
     *
     * @param stretches that hang together; more than one means gaps
     * @param whole false when the file ends in the middle of a line, as after a kill
     */
    public record Result(long ticks, long stretches, boolean whole, Optional<Difference> difference) {}

    /** The first decision that came out differently. */
    public record Difference(long tick, Instant at, String recorded, String replayed) {}

    private final TickFormat<M, R, D> format;
    private final Decider<M, R, D> decider;
    private final Function<D, M> memoryAfter;
    private @Nullable M memory;
    private @Nullable GeneratorSettings settings;
    private long ticks;
    private long stretches;

    public Replay(TickFormat<M, R, D> format, Decider<M, R, D> decider, Function<D, M> memoryAfter) {
        this.format = format;
        this.decider = decider;
        this.memoryAfter = memoryAfter;
    }

    /**
     * Goes through files in their order, to the first difference.
     *
     * @throws IOException when a file cannot be read
     * @throws IllegalArgumentException when a file is no recording
     */
    public Result run(List<Path> files) throws IOException {
        boolean whole = true;
        for (Path file : files) {
            try (BufferedReader lines = new BufferedReader(
                    new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    Optional<Difference> difference = decide(format.read(line));
                    if (difference.isPresent()) {
                        return new Result(ticks, stretches, whole, difference);
                    }
                }
            } catch (EOFException e) {
                // The process was killed while it wrote: what is before the cut counts.
                whole = false;
            }
        }
        return new Result(ticks, stretches, whole, Optional.empty());
    }

    private Optional<Difference> decide(TickFormat.Line<M, R> line) {
        if (line.memory().isPresent()) {
            memory = line.memory().get();
            stretches++;
        }
        settings = line.settings().orElse(settings);
        M before = memory;
        GeneratorSettings with = settings;
        if (before == null || with == null) {
            throw new IllegalArgumentException("the recording does not begin with memory and settings");
        }
        D decided = decider.tick(before, line.now(), with, line.requests());
        memory = memoryAfter.apply(decided);
        ticks++;
        return format.digest(decided).equals(line.digest())
                ? Optional.empty()
                : Optional.of(new Difference(ticks, line.now().wall(), Json.write(line.decided()),
                        Json.write(Objects.requireNonNull(format.told(decided)))));
    }
}
