// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.pigenny.olimex.protocol.FaultCode;
import org.pigenny.olimex.protocol.Phase;
import org.pigenny.olimex.protocol.StartOutcome;
import org.pigenny.olimex.protocol.StopReason;
import org.pigenny.olimex.sequence.Fault;
import org.pigenny.olimex.sequence.Saved;
import org.pigenny.olimex.store.QuickFile;
import org.pigenny.olimex.store.SafeFile;

/**
 * The run as the next process needs it: at once in mapped memory, which survives the process, and soon after in
 * {@code run.properties}, which survives the power.
 */
final class StateFile {
    private static final String BOOT = "boot";

    private final SafeFile file;
    private final QuickFile quick;
    private final BootClock clock;

    StateFile(Path directory, BootClock clock) throws IOException {
        file = new SafeFile(directory.resolve("run.properties"), true);
        quick = new QuickFile(directory.resolve("run.now"));
        this.clock = clock;
    }

    /** What was found, and what there is to tell about it. */
    record Loaded(Saved saved, Optional<String> complaint) {}

    Loaded load() {
        Map<String, String> now = quick.read().map(SafeFile::decode).orElse(Map.of());
        if (clock.sameBoot(now.get(BOOT))) {
            try {
                return new Loaded(decode(now), Optional.empty());
            } catch (IllegalArgumentException e) {
                return loadDurable();
            }
        }
        return loadDurable();
    }

    private Loaded loadDurable() {
        SafeFile.Found found = file.read();
        Optional<String> complaint = found.damaged()
                ? Optional.of(found.values().isPresent()
                        ? "State file was damaged: the one before it is used"
                        : "State file was damaged: nothing is known of the last run")
                : Optional.empty();
        try {
            return new Loaded(found.values().map(this::decode).orElse(Saved.NONE), complaint);
        } catch (IllegalArgumentException e) {
            return new Loaded(Saved.NONE, Optional.of("State file makes no sense (" + e.getMessage() + ")"));
        }
    }

    /** Kept over the death of this process; waits for nothing. */
    void keepNow(Saved saved) {
        quick.write(SafeFile.encode(encode(saved)));
    }

    /** Kept over a cut of power; waits for the disk. */
    void save(Saved saved) throws IOException {
        file.write(encode(saved));
    }

    private Map<String, String> encode(Saved saved) {
        Map<String, String> values = new HashMap<>();
        values.put(BOOT, clock.boot());
        values.put("saved_at", String.valueOf(clock.nanos()));
        values.put("phase", saved.phase().name());
        values.put("phase_since", String.valueOf(saved.phaseSince()));
        values.put("relays", Integer.toHexString(saved.relays()));
        values.put("run_id", String.valueOf(saved.runId()));
        values.put("ran_since", String.valueOf(saved.ranSince()));
        values.put("stood_since", String.valueOf(saved.stoodSince()));
        values.put("loaded", String.valueOf(saved.loaded()));
        values.put("warm", String.valueOf(saved.warm()));
        values.put("leased", String.valueOf(saved.leased()));
        values.put("failed_attempts", String.valueOf(saved.failedAttempts()));
        values.put("attempt_open", String.valueOf(saved.attemptOpen()));
        values.put("maintenance", String.valueOf(saved.maintenance()));
        values.put("last_start", saved.lastStart().name());
        values.put("stop_reason", saved.stopReason().name());
        saved.fault().ifPresent(fault -> {
            values.put("fault", fault.code().name());
            values.put("fault_text", fault.text());
        });
        return values;
    }

    private Saved decode(Map<String, String> values) {
        Optional<Fault> fault = Optional.ofNullable(values.get("fault"))
                .map(code -> new Fault(FaultCode.valueOf(code), values.getOrDefault("fault_text", code)));
        Saved saved = new Saved(Phase.valueOf(need(values, "phase")), number(values, "phase_since"),
                Integer.parseInt(need(values, "relays"), 16), number(values, "run_id"), number(values, "ran_since"),
                number(values, "stood_since"), flag(values, "loaded"), flag(values, "warm"), flag(values, "leased"),
                (int) number(values, "failed_attempts"), flag(values, "attempt_open"), flag(values, "maintenance"),
                StartOutcome.valueOf(need(values, "last_start")), StopReason.valueOf(need(values, "stop_reason")),
                fault);
        boolean sameBoot = clock.sameBoot(values.get(BOOT));
        // After a reboot of the board nobody knows how long it was off: all times count from when they were kept.
        return sameBoot ? saved : saved.shifted(clock.nanos() - number(values, "saved_at"));
    }

    private static String need(Map<String, String> values, String key) {
        String value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException("no " + key);
        }
        return value;
    }

    private static long number(Map<String, String> values, String key) {
        return Long.parseLong(need(values, key));
    }

    private static boolean flag(Map<String, String> values, String key) {
        return Boolean.parseBoolean(need(values, key));
    }
}
