// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.present;

import java.time.Duration;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

import org.pigenny.core.model.Freshness;
import org.pigenny.core.model.LinkReport;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Quantity;
import org.pigenny.core.model.Reading;
import org.pigenny.kiosk.control.Standing;
import org.pigenny.kiosk.control.Value;

/** Readings as values on the screen: live, stale with an age, or absent with a reason. */
public final class Values {
    private Values() {}

    /** @param format of the number, without its unit */
    public static Value of(Now now, Quantity quantity, DoubleFunction<String> format) {
        return now.core()
                .inverter()
                .reading(quantity)
                .map(reading -> of(now, quantity, reading, format))
                .orElseGet(() -> Value.absent(whyAbsent(now)));
    }

    private static Value of(Now now, Quantity quantity, Reading reading, DoubleFunction<String> format) {
        Standing standing = standing(now, quantity, reading);
        return switch (standing) {
            case LIVE -> new Value(format.apply(reading.value()), quantity.unit(), standing, "");
            case STALE -> new Value(format.apply(reading.value()), quantity.unit(), standing, ageWords(now, reading));
            case ABSENT -> Value.absent(whyAbsent(now));
        };
    }

    private static Standing standing(Now now, Quantity quantity, Reading reading) {
        Standing byAge = switch (now.freshness(quantity, reading)) {
            case LIVE -> Standing.LIVE;
            case STALE -> Standing.STALE;
            case ABSENT -> Standing.ABSENT;
        };
        return now.coreSilent() ? byAge.orWorse(Standing.STALE) : byAge;
    }

    private static String ageWords(Now now, Reading reading) {
        Duration age = now.age(reading.takenAtNanos());
        return now.words().say(Message.of("ui.value.age", age));
    }

    private static String whyAbsent(Now now) {
        if (now.coreSilent()) {
            return now.words().say("ui.value.core_silent");
        }
        boolean down = now.core().inverterLink().state() == LinkReport.State.DOWN;
        return now.words().say(down ? "ui.value.inverter_silent" : "ui.value.not_read");
    }

    /** The number when it is on the screen as live. */
    public static OptionalDouble live(Now now, Quantity quantity) {
        return now.core()
                .inverter()
                .reading(quantity)
                .filter(r -> standing(now, quantity, r) == Standing.LIVE)
                .map(r -> OptionalDouble.of(r.value()))
                .orElseGet(OptionalDouble::empty);
    }

    /** The number as long as it is on the screen at all. */
    public static OptionalDouble shown(Now now, Quantity quantity) {
        return now.core()
                .inverter()
                .reading(quantity)
                .filter(r -> now.freshness(quantity, r) != Freshness.ABSENT)
                .map(r -> OptionalDouble.of(r.value()))
                .orElseGet(OptionalDouble::empty);
    }
}
