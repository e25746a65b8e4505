// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.present;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import org.pigenny.core.model.EnginePhase;
import org.pigenny.core.model.EngineReport;

/** Learns how long the phases of this engine last, by watching them from their beginning. */
public final class PhaseTimes {
    private final Map<EnginePhase, Duration> known = new EnumMap<>(EnginePhase.class);
    private EnginePhase last = EnginePhase.UNKNOWN;
    private boolean joined = true;

    public void watch(EngineReport report) {
        boolean began = report.phase() != last;
        if (began) {
            joined = last == EnginePhase.UNKNOWN;
            last = report.phase();
        }
        if (joined) {
            return;
        }
        report.phaseLeft().ifPresent(left -> {
            Duration before = known.get(last);
            if (before == null || began || left.compareTo(before) > 0) {
                known.put(last, left);
            }
        });
    }

    /** Empty until the phase has been seen. */
    public Optional<Duration> of(EnginePhase phase) {
        return Optional.ofNullable(known.get(phase));
    }
}
