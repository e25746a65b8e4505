// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.server;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.pigenny.olimex.protocol.Relay;
import org.pigenny.olimex.protocol.StatusKey;
import org.pigenny.olimex.sequence.SequenceReport;

/** Says a view in the words of STATUS. */
final class StatusWriter {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final double NANOS = 1e9;

    private final HostStats host;
    private final LongSupplier clock;
    private final long startedAt;
    private final String version;
    private final String process;

    /** @param clock monotonic nanoseconds since the machine was switched on */
    StatusWriter(HostStats host, LongSupplier clock, String version) {
        this.host = host;
        this.clock = clock;
        this.version = version;
        startedAt = clock.getAsLong();
        process = Long.toHexString(ProcessHandle.current().pid()) + "-" + Long.toHexString(startedAt);
    }

    Map<StatusKey, String> values(View view) {
        SequenceReport report = view.report();
        Map<StatusKey, String> values = new EnumMap<>(StatusKey.class);
        values.put(StatusKey.INPUTS, report.inputs().describe());
        values.put(StatusKey.RELAYS, Relay.describe(view.relays()));
        values.put(StatusKey.RUNNING, yes(report.running()));
        values.put(StatusKey.START_IN_PROGRESS, yes(report.phase().starting()));
        values.put(StatusKey.I2C, bus(view));
        values.put(StatusKey.THREADS, String.valueOf(Thread.activeCount()));
        values.put(StatusKey.UPTIME, host.uptime());
        values.put(StatusKey.MEMORY, host.memory());
        values.put(StatusKey.DISK, host.disk());
        putRun(values, report);
        putFault(values, report);
        values.put(StatusKey.SERVER_SECONDS, String.valueOf((clock.getAsLong() - startedAt) / NANOS_PER_SECOND));
        values.put(StatusKey.VERSION, version);
        if (view.simulated()) {
            values.put(StatusKey.CHARGING, yes(view.charging()));
        }
        values.put(StatusKey.PROCESS, process);
        return values;
    }

    private static void putRun(Map<StatusKey, String> values, SequenceReport report) {
        values.put(StatusKey.PHASE, report.phase().word());
        values.put(StatusKey.PHASE_LEFT, seconds(report.phaseLeft()));
        values.put(StatusKey.ENGINE, !report.inputs().known() ? "unknown" : report.running() ? "running" : "stopped");
        values.put(StatusKey.ATTEMPT, String.valueOf(report.attempt()));
        values.put(StatusKey.FAILED_ATTEMPTS, String.valueOf(report.failedAttempts()));
        values.put(StatusKey.RUN_ID, String.valueOf(report.runId()));
        values.put(StatusKey.LAST_START, report.lastStart().name());
        values.put(StatusKey.RUN_SECONDS, String.valueOf(report.runFor() / NANOS_PER_SECOND));
        values.put(StatusKey.LOADED, yes(report.loaded()));
        values.put(StatusKey.LEASE_LEFT, seconds(report.leaseLeft()));
        values.put(StatusKey.STOP_REASON, report.stopReason().name());
    }

    private static void putFault(Map<StatusKey, String> values, SequenceReport report) {
        values.put(StatusKey.FAULT, report.fault().map(fault -> fault.code().name()).orElse("NONE"));
        values.put(StatusKey.FAULT_TEXT, report.fault().map(fault -> fault.text()).orElse(StatusKey.NOTHING));
        values.put(StatusKey.LOCKED_OUT, yes(report.lockedOut()));
        values.put(StatusKey.MAINTENANCE, yes(report.maintenance()));
    }

    private static String bus(View view) {
        if (!view.busOk()) {
            return "ERROR";
        }
        return view.simulated() ? "SIMULATED" : "OK";
    }

    private static String yes(boolean value) {
        return value ? "YES" : "NO";
    }

    private static String seconds(OptionalLong nanos) {
        return nanos.isPresent()
                ? String.format(Locale.ROOT, "%.1f", nanos.getAsLong() / NANOS)
                : StatusKey.NOTHING;
    }
}
