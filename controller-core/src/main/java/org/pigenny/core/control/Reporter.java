// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pigenny.core.control.forecast.Estimate;
import org.pigenny.core.control.upkeep.Tally;
import org.pigenny.core.model.ControlReport;
import org.pigenny.core.model.Forecast;
import org.pigenny.core.model.GeneratorState;
import org.pigenny.core.model.RunReason;
import org.pigenny.core.model.Upkeep;
import org.pigenny.core.model.settings.GeneratorSettings;

/** Puts together what everybody who watches may know. */
final class Reporter {
    private Reporter() {}

    static ControlReport report(Tick t, List<Block> blocks) {
        Optional<Run> run = Optional.ofNullable(t.run);
        Optional<ManualRun> manual = Optional.ofNullable(t.manual);
        boolean cranking = t.state == GeneratorState.STARTING;
        Forecast forecast = Estimate.shown(t.forecaster.estimate(), t.now.wall());
        return new ControlReport(t.state, run.map(Run::reason).orElse(RunReason.NONE), Explanation.of(t, blocks),
                Next.of(t, forecast), t.settings.autostart(), Judge.start(t),
                Resets.permit(t), cranking ? run.map(Run::attempt).orElse(0) : 0, t.settings.maxStartAttempts(),
                run.map(r -> r.begun().at()), hold(t),
                run.filter(r -> r.ending().isEmpty() && !t.settings.maxRun().isZero())
                        .map(r -> t.wallAt(r.base() + t.settings.maxRun().toNanos())),
                manual.flatMap(m -> m.until().stream().mapToObj(t::wallAt).findFirst()),
                t.trouble.service().map(Trouble.Pressed::at),
                t.charge.report(t.sample, t.settings.chargeProof(), stopValue(t)), forecast, t.alarms.report(),
                upkeep(t), 0, t.nanos());
    }

    private static Optional<Instant> hold(Tick t) {
        if (!t.holds.any()) {
            return Optional.empty();
        }
        return Optional.of(t.wallAt(Math.max(t.holds.afterStop().orElse(Long.MIN_VALUE),
                t.holds.afterLimit().orElse(Long.MIN_VALUE))));
    }

    private static double stopValue(Tick t) {
        return t.quiet ? t.settings.soc().quietStop() : t.settings.soc().stop();
    }

    private static Upkeep upkeep(Tick t) {
        Tally tally = t.book.tally();
        GeneratorSettings.Service service = t.settings.service();
        return new Upkeep(tally.today().counters(), tally.thirtyDays(), tally.total(),
                t.book.service().left(service, tally.total().engine()), t.book.service().until(service), t.fuel(),
                t.book.exercise().next(t.settings.exercise(), t.now.wall(), t.now.zone()));
    }
}
