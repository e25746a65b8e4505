// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control;

import java.util.Optional;
import org.pigenny.core.control.condition.Finding;
import org.pigenny.core.model.Forecast;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.RunReason;

/** What happens next, in words. */
final class Next {
    private Next() {}

    static Optional<Message> of(Tick t, Forecast forecast) {
        return switch (t.state) {
            case IDLE -> idle(t, forecast);
            case RUNNING, STARTING -> running(t);
            case STOPPING, ERROR_RECOVERY, ERROR, LOCKED_OUT, UNKNOWN -> Optional.empty();
        };
    }

    private static Optional<Message> idle(Tick t, Forecast forecast) {
        boolean soc = t.finding(RunReason.SOC).isPresent();
        return forecast instanceof Forecast.Expected expected && soc
                ? Optional.of(Message.of("next.start_expected", t.settings.soc().start(), expected.at(),
                        expected.error()))
                : Optional.empty();
    }

    private static Optional<Message> running(Tick t) {
        Run run = t.run;
        if (t.manual != null) {
            return t.manual.until().isPresent()
                    ? Optional.of(Message.of("next.manual_until", t.wallAt(t.manual.until().getAsLong())))
                    : Optional.empty();
        }
        return run == null
                ? Optional.empty()
                : t.finding(run.reason()).map(Next::stop);
    }

    private static Message stop(Finding finding) {
        return Message.of("next.stop", Words.reason(finding.reason()), finding.limits().stop());
    }
}
