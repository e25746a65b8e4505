// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.present;

import java.util.Optional;

import org.pigenny.core.model.EnginePhase;
import org.pigenny.core.model.EngineReport;
import org.pigenny.core.model.Freshness;

/** What may be said about the engine now. Not knowing counts as turning. */
public final class Engine {
    private Engine() {}

    /** The newest report, as long as it is fresh and the link to its author is up. */
    public static Optional<EngineReport> known(Now now) {
        return now.relaysUp()
                ? now.core().engine().filter(report -> now.freshness(report.takenAtNanos()) == Freshness.LIVE)
                : Optional.empty();
    }

    public static EnginePhase phase(Now now) {
        return known(now).map(EngineReport::phase).orElse(EnginePhase.UNKNOWN);
    }

    /** Whether STOP must be offered: anything is energised, or the engine turns, or nobody can say that it does not. */
    public static boolean mayBeTurning(Now now) {
        return known(now).map(Engine::mayBeTurning).orElse(true);
    }

    private static boolean mayBeTurning(EngineReport report) {
        boolean atRest = report.phase() == EnginePhase.OFF || report.phase() == EnginePhase.FAULT;
        return !atRest || report.relays() != 0 || report.running().orElse(true);
    }

    /** Whether it is known to turn. */
    public static boolean turns(Now now) {
        return known(now).flatMap(EngineReport::running).orElse(false);
    }
}
