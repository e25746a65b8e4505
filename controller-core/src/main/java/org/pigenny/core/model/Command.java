// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.model;

import java.time.Duration;

/** What a person, or a tool for a person, may ask of the core. */
public sealed interface Command {
    /** Until somebody stops it. */
    record StartUntilStopped() implements Command {}

    record StartFor(Duration time) implements Command {
        public StartFor {
            if (time.isNegative() || time.isZero()) {
                throw new IllegalArgumentException("a timed run lasts longer than " + time);
            }
        }
    }

    /** Until all enabled stop values are met. */
    record StartUntilAuto() implements Command {}

    record Stop() implements Command {}

    record EmergencyStop() implements Command {}

    record Reset() implements Command {}

    record ServiceMode(boolean on) implements Command {}

    /** Ends a hold on automatic starts by hand. */
    record EndHold() implements Command {}

    record Acknowledge(String alarmCode) implements Command {}

    record Shelve(String alarmCode, Duration time) implements Command {}

    record ClearSafeMode() implements Command {}

    /** The tank was filled, or its level read by eye: sets the level of the fuel model. */
    record SetFuel(double percent) implements Command {
        public SetFuel {
            if (!(percent >= 0 && percent <= 100)) {
                throw new IllegalArgumentException("a tank is 0 to 100 % full, not " + percent);
            }
        }
    }

    /** The engine was serviced: the service interval begins anew. */
    record ServiceDone() implements Command {}
}
