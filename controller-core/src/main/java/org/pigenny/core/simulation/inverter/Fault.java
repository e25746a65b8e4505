// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.simulation.inverter;

/** What can happen to bytes between a master and a slave. */
public enum Fault {
    NONE,
    /** One byte of the answer is lost. */
    DROP_BYTE,
    /** The whole answer is lost. */
    DROP_ANSWER,
    /** The request never reaches the slave. */
    DROP_REQUEST,
    /** One byte of the answer comes twice. */
    DUPLICATE_BYTE,
    /** The whole answer comes twice. */
    DUPLICATE_ANSWER,
    /** The slave hears the request twice. */
    DUPLICATE_REQUEST,
    /** The answer comes after its time-out, even after those of its repetitions. */
    DELAY,
    /** A bit, or a few, of one or several bytes of the answer turn over. */
    FLIP,
    /** The same for the request. */
    FLIP_REQUEST,
    /** The master hears its own request before the answer. */
    ECHO,
    /** Only the first half of the answer comes. */
    CUT_IN_HALF,
    /** The first half comes at once, the second much later. */
    TORN,
    /** Noise before and after the answer. */
    STRAY_BYTES,
    /** A whole frame of another slave comes before the answer. */
    FOREIGN_FRAME,
    /** The adapter is pulled and plugged in again. */
    UNPLUG
}
