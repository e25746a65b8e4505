// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.present;

import java.util.Locale;
import java.util.Optional;
import org.pigenny.core.model.ControlReport;
import org.pigenny.core.model.GeneratorState;
import org.pigenny.core.model.Message;

/** What the controller's error is about, so that no other error is said to be a failed start. */
public enum Failure {
    /** It was not got going. */
    START,
    /** It ran, and had to be ended. */
    RUN,
    /** It does not stop. */
    STOP,
    /** Neither: a board, a wire, a button. */
    OTHER;

    private static final String ERROR = "why.error";

    /** Empty without an error. */
    public static Optional<Failure> of(ControlReport control) {
        if (control.state() != GeneratorState.ERROR) {
            return Optional.empty();
        }
        return Optional.of(arg(control, 0, Message.class).map(cause -> of(cause.key())).orElse(OTHER));
    }

    /** The code of the alarm whose remedy mends it. */
    public static Optional<String> code(ControlReport control) {
        return arg(control, 1, String.class);
    }

    private static <T> Optional<T> arg(ControlReport control, int at, Class<T> type) {
        Message sentence = control.why().sentence();
        return sentence.key().equals(ERROR)
                ? sentence.args().stream().skip(at).limit(1).filter(type::isInstance).map(type::cast).findFirst()
                : Optional.empty();
    }

    private static Failure of(String cause) {
        return switch (cause) {
            case "error.starts", "fault.NO_START", "fault.NO_ENGAGE", "fault.IGNITION", "fault.LOCKED_OUT" -> START;
            case "error.no_charge", "fault.STALLED", "fault.MAX_RUN", "fault.LEASE" -> RUN;
            case "fault.WONT_STOP" -> STOP;
            default -> OTHER;
        };
    }

    /** Ends the keys of its words. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
