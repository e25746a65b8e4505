// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.sequence;

import java.util.Optional;
import org.pigenny.olimex.protocol.FaultCode;

/** The one fault that is shown. A latched one gives way to a worse one only, any other to whatever comes next. */
final class Faults {
    private Optional<Fault> fault;

    Faults(Optional<Fault> fault) {
        this.fault = fault;
    }

    Optional<Fault> shown() {
        return fault;
    }

    boolean latched() {
        return fault.isPresent() && fault.get().code().latched();
    }

    boolean is(FaultCode code) {
        return fault.isPresent() && fault.get().code() == code;
    }

    void clear() {
        fault = Optional.empty();
    }

    void put(FaultCode code, String text) {
        fault = Optional.of(new Fault(code, text));
    }

    /** The worse of the two is kept; codes are listed the worst first. */
    void putWorse(FaultCode code, String text) {
        if (!latched() || fault.get().code().compareTo(code) > 0) {
            put(code, text);
        }
    }

    /** What only a reset clears, for the next process. */
    Optional<Fault> kept() {
        return fault.filter(found -> found.code().latched());
    }

    String text() {
        return fault.map(Fault::text).orElse("");
    }
}
