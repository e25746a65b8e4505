// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control;

import java.time.Instant;
import java.util.Optional;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Origin;

/**
 * What keeps the engine off until a person acts, or the tank is filled.
 *
 * @param error that put the controller in ERROR
 * @param emergencyStop pressed and not reset
 * @param service mode that is switched on
 * @param fuelLock the tank is too empty for a start
 * @param failures of crank attempts in a row
 */
record Trouble(Optional<Failure> error, Optional<Pressed> emergencyStop, Optional<Pressed> service, boolean fuelLock,
        int failures) {
    static final Trouble NONE = new Trouble(Optional.empty(), Optional.empty(), Optional.empty(), false, 0);

    /**
     * @param code of the alarm that says more
     * @param byStart failed starts, the only error that may retry by itself
     */
    record Failure(String code, Message text, long since, Instant at, boolean byStart) {}

    /** A switch that a person set. */
    record Pressed(long since, Instant at, Origin origin) {}

    boolean lockedOut() {
        return emergencyStop.isPresent() || service.isPresent() || fuelLock;
    }

    Trouble failed(Failure failure) {
        return new Trouble(Optional.of(failure), emergencyStop, service, fuelLock, failures);
    }

    Trouble emergency(Pressed pressed) {
        return new Trouble(error, Optional.of(pressed), service, fuelLock, failures);
    }

    Trouble service(Optional<Pressed> mode) {
        return new Trouble(error, emergencyStop, mode, fuelLock, failures);
    }

    Trouble fuel(boolean lock) {
        return lock == fuelLock ? this : new Trouble(error, emergencyStop, service, lock, failures);
    }

    Trouble failures(int count) {
        return count == failures ? this : new Trouble(error, emergencyStop, service, fuelLock, count);
    }

    Trouble shifted(long by) {
        return new Trouble(
                error.map(e -> new Failure(e.code(), e.text(), e.since() + by, e.at(), e.byStart())),
                emergencyStop.map(p -> new Pressed(p.since() + by, p.at(), p.origin())),
                service.map(p -> new Pressed(p.since() + by, p.at(), p.origin())), fuelLock, failures);
    }

    Trouble reset() {
        return new Trouble(Optional.empty(), Optional.empty(), service, fuelLock, 0);
    }
}
