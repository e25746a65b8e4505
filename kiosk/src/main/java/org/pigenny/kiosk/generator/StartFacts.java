// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.generator;

import java.time.Duration;
import org.pigenny.core.model.Quantity;
import org.pigenny.core.model.settings.GeneratorSettings;
import org.pigenny.core.model.settings.GeneratorSettings.DataLoss;
import org.pigenny.kiosk.present.Now;
import org.pigenny.kiosk.present.Values;

/**
 * What the words of a start depend on.
 *
 * @param stopSoc where an automatic run stops, %
 * @param batteryKnown whether anybody can tell when it gets there
 * @param endsWithoutData whether a run up to the stop value ends at once when nobody can
 * @param limit longest run; zero when there is none
 */
record StartFacts(String stopSoc, boolean batteryKnown, boolean endsWithoutData, Duration limit) {
    static final StartFacts NONE = new StartFacts("", false, false, Duration.ZERO);

    static StartFacts of(Now now) {
        GeneratorSettings settings = now.core().settings().generator();
        return new StartFacts(now.numbers().whole(settings.soc().stop()),
                Values.live(now, Quantity.SOC).isPresent(),
                settings.dataLoss().policy() == DataLoss.Policy.STOP, settings.maxRun());
    }
}
