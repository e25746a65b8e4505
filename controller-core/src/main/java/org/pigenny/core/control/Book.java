// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control;

import org.pigenny.core.control.upkeep.Exercise;
import org.pigenny.core.control.upkeep.ServiceBook;
import org.pigenny.core.control.upkeep.Tally;
import org.pigenny.core.control.upkeep.Tank;

/** What is kept over weeks: counters, service, fuel, exercise. */
record Book(Tally tally, ServiceBook service, Tank tank, Exercise exercise) {
    static final Book NEW = new Book(Tally.EMPTY, ServiceBook.NEW, Tank.FULL, Exercise.NONE);

    Book with(Tally next) {
        return new Book(next, service, tank, exercise);
    }

    Book with(ServiceBook next) {
        return new Book(tally, next, tank, exercise);
    }

    Book with(Tank next) {
        return next.equals(tank) ? this : new Book(tally, service, next, exercise);
    }

    Book with(Exercise next) {
        return next.equals(exercise) ? this : new Book(tally, service, tank, next);
    }
}
