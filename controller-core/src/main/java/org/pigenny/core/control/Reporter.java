// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.pigenny.core.model.ChargeProof;
import org.pigenny.core.model.Command;
import org.pigenny.core.model.ControlReport;
import org.pigenny.core.model.Forecast;
import org.pigenny.core.model.GeneratorState;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.RunReason;

/** Puts together what everybody who watches may know. */
final class Reporter {
    private Reporter() {}

    static ControlReport report(Tick t) {
        Optional<Run> run = Optional.ofNullable(t.run);
        Optional<ManualRun> manual = Optional.ofNullable(t.manual);
        OptionalLong hold = LongStream.concat(t.holds.afterStop().stream(), t.holds.afterLimit().stream()).max();
        boolean cranking = t.state == GeneratorState.STARTING;
        return new ControlReport(t.state, run.map(Run::reason).orElse(RunReason.NONE), Explanation.of(t),
                Optional.empty(), t.settings.autostart(), Judge.judge(t, new Command.StartUntilStopped()),
                Resets.permit(t), cranking ? run.map(Run::attempt).orElse(0) : 0, t.settings.maxStartAttempts(),
                run.map(r -> r.begun().at()), hold.stream().mapToObj(t::wallAt).findFirst(),
                run.filter(r -> r.ending().isEmpty()).map(r -> t.wallAt(r.base() + t.settings.maxRun().toNanos())),
                manual.flatMap(m -> m.until().stream().mapToObj(t::wallAt).findFirst()),
                t.trouble.service().map(Trouble.Pressed::at), ChargeProof.NONE,
                new Forecast.None(Message.of("forecast.none_yet")), List.of(), 0, t.nanos());
    }
}
