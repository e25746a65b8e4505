// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.pigenny.core.control.Generator;
import org.pigenny.core.control.Memory;
import org.pigenny.core.control.Request;
import org.pigenny.core.control.Step;
import org.pigenny.core.logging.replay.Replay;
import org.pigenny.core.logging.replay.TickFormat;
import org.pigenny.core.logging.replay.TickRecorder;
import org.pigenny.core.model.Loop;
import org.pigenny.core.model.PlantSnapshot;
import org.pigenny.core.model.settings.GeneratorSettings;

/** Keeps every input and decision of control while `logging.record_decisions` is on, and decides them again. */
public final class DecisionRecording implements TickTap, Loop, AutoCloseable {
    /** About two weeks. */
    private static final long MOST_BYTES = 100L << 20;
    private static final TickFormat<Memory, Request, Step> FORMAT = new TickFormat<>(Memory.class, Request.class,
            Step.class);

    private final TickRecorder<Memory, Request, Step> recorder;
    private final BooleanSupplier on;

    DecisionRecording(Path folder, BooleanSupplier on) {
        recorder = new TickRecorder<>(folder, MOST_BYTES, FORMAT);
        this.on = on;
    }

    /** @throws IOException when a file cannot be read */
    public static Replay.Result replay(List<Path> files) throws IOException {
        return new Replay<>(FORMAT, Generator::tick, Step::memory).run(files);
    }

    @Override
    public void ticked(Memory before, PlantSnapshot now, GeneratorSettings settings, List<Request> requests,
            Step step) {
        if (on.getAsBoolean()) {
            recorder.tick(before, now, settings, requests, step);
        } else {
            recorder.pause();
        }
    }

    @Override
    public String name() {
        return recorder.name();
    }

    @Override
    public void run(Runnable progress) throws InterruptedException {
        recorder.run(progress);
    }

    @Override
    public void close() {
        recorder.close();
    }
}
