// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.line;

import org.pigenny.core.model.settings.InverterSettings.Rs485;
import org.pigenny.core.simulation.inverter.Pty;
import org.pigenny.core.time.SystemTime;

/** Opens a pseudo-terminal as a serial port with the mode that its arguments say, in a process of its own. */
public final class Rs485Probe {
    private Rs485Probe() {}

    /** mode, active high, delay before, delay after */
    public static void main(String... words) throws Exception {
        Rs485 mode = new Rs485(Boolean.parseBoolean(words[0]), Boolean.parseBoolean(words[1]),
                Integer.parseInt(words[2]), Integer.parseInt(words[3]));
        try (Pty pty = Pty.open()) {
            new SerialOpener(SerialSettings.plain(pty.path(), 19_200, mode), new SystemTime()).open().close();
        }
    }
}
