// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control;

import org.pigenny.core.model.Message;

/**
 * Something that forbids runs.
 *
 * @param scope which runs it concerns
 * @param stops whether it ends a run, too, or only prevents a start
 * @param text in words, without a running countdown
 */
record Block(Kind kind, Scope scope, boolean stops, Message text) {
    enum Kind {
        EMERGENCY_STOP,
        SERVICE_MODE,
        ERROR,
        RUN_LIMIT,
        FUEL,
        SAFE_MODE,
        COMMISSIONING,
        RELAY,
        FINISHING,
        AUTOSTART_OFF,
        STOP_HOLD,
        LIMIT_REST,
        MIN_REST,
        DAILY_STARTS,
        EXTERNAL_AC
    }

    enum Scope {
        /** Manual runs, too. */
        ALL,
        /** Exercise runs and conditions. */
        AUTOMATIC,
        /** Conditions alone. */
        CONDITIONS
    }
}
