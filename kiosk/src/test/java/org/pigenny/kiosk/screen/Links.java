// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.screen;

import java.time.Duration;
import org.pigenny.core.model.AlarmReport;
import org.pigenny.core.model.GeneratorState;
import org.pigenny.core.model.LinkReport;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Outcome;
import org.pigenny.core.model.Severity;
import org.pigenny.kiosk.fake.House;
import org.pigenny.kiosk.fake.Houses;

/** A house with its engine at rest, and with its engine running, in every state that its links can be in. */
final class Links {
    enum Link {
        LIVE,
        STALE,
        ABSENT,
        ERROR,
        LOCKED_OUT,
        RELAY_AWAY,
        FROZEN;

        /** Whether anybody can say what the engine does. */
        boolean known() {
            return this != RELAY_AWAY && this != FROZEN;
        }
    }

    private Links() {}

    static House atRest(Link link) {
        House house = switch (link) {
            case LIVE, FROZEN -> Houses.forecast();
            case STALE -> Houses.stale();
            case ABSENT -> Houses.absent();
            case ERROR -> Houses.error();
            case LOCKED_OUT -> Houses.service();
            case RELAY_AWAY -> Houses.relaysDown();
        };
        if (link == Link.LOCKED_OUT) {
            house.soc(46);
        }
        return house.noAlarms()
                .alarm("B-401", AlarmReport.AlarmClass.WARNING, AlarmReport.State.UNACKNOWLEDGED, Severity.WARNING,
                        "The battery is low.", "Save power.");
    }

    static House running(Link link) {
        House house = Houses.charging();
        switch (link) {
            case LIVE, FROZEN, ERROR -> {
            }
            case STALE -> silent(house, Duration.ofSeconds(170));
            case ABSENT -> silent(house, Duration.ofHours(2));
            case LOCKED_OUT -> {
                house.state = GeneratorState.LOCKED_OUT;
                house.serviceSince = house.wall.minus(Duration.ofMinutes(5));
            }
            case RELAY_AWAY -> {
                house.relayLink = LinkReport.State.DOWN;
                house.startPermit = new Outcome.Refused(Message.of("The relay board does not answer."));
            }
        }
        return house;
    }

    private static void silent(House house, Duration age) {
        house.readingAge = age;
        house.inverterLink = LinkReport.State.DOWN;
    }
}
