// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.fake;

import java.time.Duration;
import java.util.Locale;

import org.pigenny.core.text.Phrases;
import org.pigenny.kiosk.present.Now;
import org.pigenny.kiosk.present.PhaseTimes;

/** A look at a house, for tests of what a person reads. */
public final class Looks {
    private Looks() {}

    public static Now at(House house) {
        return at(house, Duration.ZERO);
    }

    public static Now at(House house, Locale language) {
        return new Now(house.snapshot(), Duration.ZERO, new Phrases(language, House.ZONE), new PhaseTimes(), false);
    }

    /** @param silence since the core last spoke */
    public static Now at(House house, Duration silence) {
        return new Now(house.snapshot(), silence, new Phrases(Locale.ENGLISH, House.ZONE), new PhaseTimes(), false);
    }
}
