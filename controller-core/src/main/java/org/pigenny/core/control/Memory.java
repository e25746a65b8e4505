// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.pigenny.core.control.alarm.AlarmBook;
import org.pigenny.core.control.forecast.Forecaster;
import org.pigenny.core.control.proof.Charge;
import org.pigenny.core.model.GeneratorState;
import org.pigenny.core.model.PlantSnapshot;

/**
 * What the controller carries from one tick to the next. Immutable; its parts are the business of this package.
 *
 * @param state the controller was in
 * @param autostartOffSince since when automatic start has been off
 */
public record Memory(GeneratorState state, Clock clock, Latches latches, Optional<Run> run, Optional<ManualRun> manual,
        Holds holds, Trouble trouble, Drive drive, Book book, Charge charge, Forecaster forecaster, AlarmBook alarms,
        OptionalLong autostartOffSince) {

    /** Of a controller that was never run. */
    public static Memory fresh() {
        return new Memory(GeneratorState.UNKNOWN, Clock.UNSET, Latches.NONE, Optional.empty(), Optional.empty(),
                Holds.NONE, Trouble.NONE, Drive.QUIET, Book.NEW, Charge.FRESH, Forecaster.FRESH, AlarmBook.EMPTY,
                OptionalLong.empty());
    }

    /** What must survive a restart of the process, as plain text. */
    public Map<String, String> save() {
        return Saving.save(this);
    }

    /** Never throws: a damaged entry counts as fresh. */
    public static Memory restore(Map<String, String> saved) {
        return saved.isEmpty() ? fresh() : Restoring.restore(saved);
    }

    /** After a restart all times are wall-clock times; the first tick tells what they are on the new monotonic clock. */
    Memory rebased(PlantSnapshot now) {
        if (!clock.restored()) {
            return this;
        }
        long shift = now.nanos() - Saving.nanos(now.wall());
        return new Memory(state, clock, latches, run.map(one -> one.shifted(shift)),
                manual.map(one -> one.shifted(shift)), holds.shifted(shift), trouble.shifted(shift), drive,
                book.with(book.exercise().shifted(shift)), charge, forecaster, alarms, autostartOffSince);
    }
}
