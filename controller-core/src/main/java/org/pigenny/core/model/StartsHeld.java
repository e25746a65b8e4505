// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.model;

/** What an unfinished commissioning holds back. */
public enum StartsHeld {
    /** The wiring was not checked yet: nothing starts, not by hand either. */
    ALL,
    /** The wiring was checked; a person may start, nothing starts by itself. */
    AUTOMATIC
}
