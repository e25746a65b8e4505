// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import java.util.List;
import org.pigenny.core.config.Effective;
import org.pigenny.core.model.Loop;
import org.pigenny.core.model.settings.LoggingSettings;

/** What the logging service keeps, made anew at each of its starts: the records, and every decision when that is wanted. */
final class LoggingFloor {
    private final CoreOptions options;
    private final CoreState state;
    private final ControlCell cell;

    LoggingFloor(CoreOptions options, CoreState state, ControlCell cell) {
        this.options = options;
        this.state = state;
        this.cell = cell;
    }

    List<Loop> loops() {
        Parts.Log records = options.parts().log(options.home().database(), settings(), options.plant());
        state.log.connect(records);
        DecisionRecording decisions = new DecisionRecording(options.home().recordings(),
                () -> state.settings().logging().recordDecisions());
        cell.tap(decisions);
        return List.of(records, decisions);
    }

    /** Unless a person named a folder, the daily files go with everything else. */
    LoggingSettings settings() {
        Effective now = state.settings.get();
        LoggingSettings logging = now.settings().logging();
        boolean chosen = !logging.csvDir().equals(LoggingSettings.defaults().csvDir());
        return chosen || !options.home().moved()
                ? logging
                : new LoggingSettings(options.home().logs().toString(), logging.csvInterval(),
                        logging.retentionDays());
    }
}
