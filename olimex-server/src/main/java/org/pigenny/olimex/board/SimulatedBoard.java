// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.board;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.LongSupplier;
import org.pigenny.olimex.protocol.Inputs;
import org.pigenny.olimex.store.SafeFile;

/**
 * A relay board and an engine that are not there. They outlive the server process as real ones do: what was done to them is
 * in a file, and the engine's state follows from that and from the time.
 */
public final class SimulatedBoard implements Board {
    private static final String RELAYS = "relays";
    private static final String CRANKING = "cranking_since";
    private static final String RUNNING = "running_since";
    private static final String BOOT = "boot";
    private static final String BEHAVIOUR = "engine";

    private final LongSupplier clock;
    private final String boot;
    private final SafeFile file;
    private final EngineModel engine;

    /**
     * @param clock monotonic nanoseconds that go on across processes of one boot of the machine
     * @param boot names that boot
     */
    public SimulatedBoard(Path file, LongSupplier clock, String boot, Duration firesAfter, EngineBehaviour behaviour) {
        this.clock = clock;
        this.boot = boot;
        this.file = new SafeFile(file, false);
        Map<String, String> kept = this.file.read().values().orElse(Map.of());
        EngineBehaviour before = EngineBehaviour.ofWord(kept.getOrDefault(BEHAVIOUR, "")).orElse(EngineBehaviour.OK);
        engine = new EngineModel(firesAfter, before, restore(kept, clock.getAsLong(), boot));
        engine.behave(clock.getAsLong(), behaviour);
    }

    private static EngineModel.State restore(Map<String, String> values, long now, String boot) {
        try {
            boolean sameBoot = boot.equals(values.get(BOOT));
            return new EngineModel.State(Integer.parseInt(values.getOrDefault(RELAYS, "0")),
                    time(values, CRANKING, sameBoot, now), time(values, RUNNING, sameBoot, now));
        } catch (NumberFormatException e) {
            return EngineModel.State.STANDING;
        }
    }

    /** After a reboot of the machine an engine that ran still runs, only nobody knows since when. */
    private static long time(Map<String, String> values, String key, boolean sameBoot, long now) {
        long then = Long.parseLong(values.getOrDefault(key, String.valueOf(Long.MAX_VALUE)));
        return then == Long.MAX_VALUE || sameBoot ? then : now;
    }

    @Override
    public synchronized Inputs read() throws BoardException {
        Inputs inputs = engine.inputs(clock.getAsLong());
        if (!inputs.known()) {
            throw new BoardException("simulated bus is dead");
        }
        return inputs;
    }

    @Override
    public synchronized void write(int relays) throws BoardException {
        engine.relays(clock.getAsLong(), relays);
        if (engine.behaviour() == EngineBehaviour.I2C_DEAD) {
            throw new BoardException("simulated bus is dead");
        }
        save();
    }

    /** Changes how the engine behaves from now on. */
    public synchronized void behave(EngineBehaviour behaviour) throws BoardException {
        engine.behave(clock.getAsLong(), behaviour);
        save();
    }

    /** Whether power would flow into the battery now. */
    public synchronized boolean charging() {
        return engine.charging(clock.getAsLong());
    }

    private void save() throws BoardException {
        EngineModel.State state = engine.state();
        try {
            file.write(Map.of(RELAYS, String.valueOf(state.relays()), CRANKING,
                    String.valueOf(state.crankingSince()), RUNNING, String.valueOf(state.runningSince()), BOOT, boot,
                    BEHAVIOUR,
                    engine.behaviour().word()));
        } catch (IOException e) {
            throw new BoardException("the simulated engine cannot be kept: " + e.getMessage(), e);
        }
    }

    @Override
    public boolean simulated() {
        return true;
    }

    @Override
    public String name() {
        return "SIMULATED board and engine (" + engine.behaviour().word() + ")";
    }

    @Override
    public void close() {
        // Nothing to give back: the file is whole after every write.
    }
}
