// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.generator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pigenny.core.model.ControlReport;
import org.pigenny.core.model.EngineReport;
import org.pigenny.core.model.Message;
import org.pigenny.kiosk.present.Engine;
import org.pigenny.kiosk.present.KeyState;
import org.pigenny.kiosk.present.Now;
import org.pigenny.kiosk.present.RunWords;
import org.pigenny.kiosk.present.Steps;
import org.pigenny.kiosk.present.WhyPoints;

/** Makes the generator page from a snapshot. */
final class GeneratorViewModel {
    private static final List<Integer> RELAYS = List.of(EngineReport.IGN, EngineReport.START, EngineReport.GLOW,
            EngineReport.CHARGER);
    private static final List<Integer> INPUTS = List.of(0x01, 0x02, 0x08);

    private static final double FULL = 100;

    private GeneratorViewModel() {}

    static GeneratorPageState of(Now now) {
        ControlReport control = now.core().control();
        Optional<Duration> left = RunWords.left(now);
        Duration total = Steps.total(now, Engine.phase(now));
        return new GeneratorPageState(RunWords.state(now), RunWords.detail(now),
                left.map(now.words()::duration).orElse(""),
                left.isPresent() && total.isPositive() ? now.words().say(Message.of("ui.gen.left_of", total)) : "",
                Steps.of(now), WhyPoints.sentence(now), WhyPoints.of(now), lamps(now),
                KeyState.of(now), control.serviceSince().isPresent(), serviceNote(now, control),
                control.holdUntil().isPresent(), UpkeepTable.of(now),
                now.core().settings().generator().fuel().capacityL() > 0,
                control.upkeep().fuelPct().orElse(FULL), StartFacts.of(now));
    }

    private static List<Optional<Boolean>> lamps(Now now) {
        Optional<EngineReport> engine = Engine.known(now);
        List<Optional<Boolean>> lamps = new ArrayList<>();
        RELAYS.forEach(bit -> lamps.add(engine.map(report -> report.on(bit))));
        INPUTS.forEach(bit -> lamps.add(engine.filter(report -> report.inputs().isPresent())
                .map(report -> (report.inputs().getAsInt() & bit) != 0)));
        return lamps;
    }

    private static String serviceNote(Now now, ControlReport control) {
        if (control.serviceSince().isEmpty()) {
            return now.words().say("ui.service.hold");
        }
        Instant end = control.serviceSince().get().plus(now.core().settings().generator().serviceModeReminder());
        Duration left = Duration.between(now.wall(), end);
        return left.isNegative()
                ? now.words().say("ui.service.over")
                : now.words().say(Message.of("ui.service.left", left));
    }
}
