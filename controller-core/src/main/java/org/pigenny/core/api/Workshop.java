// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.api;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Outcome;
import org.pigenny.core.model.RegisterPort;

/** Checks and care of the appliance. Everything here may take a while: never from the screen's own thread. */
public interface Workshop {
    /** Typed by a person to confirm a reboot. */
    String REBOOT = "REBOOT";

    /** Runs the diagnostic protocol (operations.md), all steps in order. */
    List<Check> checks();

    /**
     * Writes a support bundle without secrets.
     *
     * @return the file
     */
    Path bundle(Path folder) throws IOException;

    /**
     * Reads raw registers of the inverter through whoever owns the port, in its turn on the bus.
     *
     * @param holding holding registers (function 03), else input registers (04)
     * @param start first register, 0 to 65535
     * @param count 1 to 125
     */
    default RegisterPort.Answer registers(boolean holding, int start, int count) throws InterruptedException {
        return new RegisterPort.Answer.Nothing();
    }

    /**
     * Reboots the computer in good order. The second of two confirmations is the word {@link #REBOOT}, typed by the person;
     * refused while the engine runs or starts, or while nobody knows whether it does. Returns when the order was given or
     * refused, which may take half a minute.
     *
     * @param typed what the person typed
     */
    default Outcome reboot(String typed, Origin who) {
        return new Outcome.Refused(Message.of("reboot.not_here"));
    }

    /** One step: what was asked, what answered, and what that means. */
    record Check(String name, Verdict verdict, Message answer) {
        public enum Verdict {
            PASSED,
            FAILED,
            SKIPPED
        }
    }
}
