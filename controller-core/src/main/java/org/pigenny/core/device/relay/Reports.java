// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.relay;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.pigenny.core.model.EnginePhase;
import org.pigenny.core.model.EngineReport;
import org.pigenny.olimex.protocol.Inputs;
import org.pigenny.olimex.protocol.Relay;
import org.pigenny.olimex.protocol.StatusKey;

/** Reads the values of a STATUS into a report. */
final class Reports {
    private static final String NONE = "NONE";
    private static final String YES = "YES";

    private Reports() {}

    /**
     * @param plantPerReal how many seconds pass in the plant for one of the server's, 1 outside a demo
     * @throws IllegalArgumentException when a value makes no sense
     */
    static EngineReport of(Map<StatusKey, String> values, double plantPerReal, long takenAtNanos) {
        Inputs inputs = Inputs.parse(text(values, StatusKey.INPUTS));
        return new EngineReport(EnginePhase.ofWord(text(values, StatusKey.PHASE)),
                seconds(values, StatusKey.PHASE_LEFT, plantPerReal), Relay.parse(text(values, StatusKey.RELAYS)),
                inputs.known() ? OptionalInt.of(inputs.raw()) : OptionalInt.empty(), running(values),
                number(values, StatusKey.RUN_ID), (int) number(values, StatusKey.ATTEMPT),
                (int) number(values, StatusKey.FAILED_ATTEMPTS), lastStart(values),
                seconds(values, StatusKey.RUN_SECONDS, plantPerReal).orElse(Duration.ZERO),
                is(values, StatusKey.LOADED), fault(values), is(values, StatusKey.LOCKED_OUT),
                seconds(values, StatusKey.LEASE_LEFT, 1), bus(values), health(values), takenAtNanos);
    }

    private static String text(Map<StatusKey, String> values, StatusKey key) {
        return values.getOrDefault(key, "");
    }

    private static boolean is(Map<StatusKey, String> values, StatusKey key) {
        return text(values, key).equals(YES);
    }

    private static long number(Map<StatusKey, String> values, StatusKey key) {
        String text = text(values, key);
        return text.isEmpty() ? 0 : Long.parseLong(text);
    }

    private static Optional<Duration> seconds(Map<StatusKey, String> values, StatusKey key, double factor) {
        String text = text(values, key);
        return text.isEmpty() || text.equals(StatusKey.NOTHING)
                ? Optional.empty()
                : Optional.of(Duration.ofMillis(Math.round(Double.parseDouble(text) * 1000 * factor)));
    }

    private static Optional<Boolean> running(Map<StatusKey, String> values) {
        return switch (text(values, StatusKey.ENGINE)) {
            case "running" -> Optional.of(true);
            case "stopped" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static EngineReport.StartOutcome lastStart(Map<StatusKey, String> values) {
        String text = text(values, StatusKey.LAST_START);
        return text.isEmpty() ? EngineReport.StartOutcome.NONE : EngineReport.StartOutcome.valueOf(text);
    }

    private static Optional<EngineReport.Fault> fault(Map<StatusKey, String> values) {
        String code = text(values, StatusKey.FAULT);
        return code.isEmpty() || code.equals(NONE)
                ? Optional.empty()
                : Optional.of(new EngineReport.Fault(code, text(values, StatusKey.FAULT_TEXT)));
    }

    private static EngineReport.Bus bus(Map<StatusKey, String> values) {
        String text = text(values, StatusKey.I2C).toUpperCase(Locale.ROOT);
        return text.isEmpty() ? EngineReport.Bus.ERROR : EngineReport.Bus.valueOf(text);
    }

    private static EngineReport.BoardHealth health(Map<StatusKey, String> values) {
        return new EngineReport.BoardHealth(text(values, StatusKey.VERSION), (int) number(values, StatusKey.THREADS),
                text(values, StatusKey.UPTIME), text(values, StatusKey.MEMORY), text(values, StatusKey.DISK));
    }
}
