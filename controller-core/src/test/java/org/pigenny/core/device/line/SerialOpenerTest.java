// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.pigenny.core.model.settings.InverterSettings;
import org.pigenny.core.simulation.inverter.Pty;
import org.pigenny.core.time.SystemTime;

/** A port belongs to one owner; whoever comes second is told so. */
@Timeout(30)
class SerialOpenerTest {
    private static SerialOpener opener(String port) {
        return new SerialOpener(SerialSettings.plain(port, 19_200, InverterSettings.defaults().rs485()),
                new SystemTime());
    }

    private static LineTrouble trouble(String port) {
        return assertThrows(LineTrouble.class, () -> opener(port).open());
    }

    @Test
    void whileItIsOpenNobodyElseGetsItAndAfterwardsTheNextDoes() throws Exception {
        try (Pty pty = Pty.open()) {
            ByteLine first = opener(pty.path()).open();
            LineTrouble second = trouble(pty.path());
            assertEquals("serial.locked", second.words().key());
            assertEquals(List.of(pty.path()), second.words().args());
            first.close();
            opener(pty.path()).open().close();
        }
    }

    @Test
    void aLinkIsFollowedAnewAtEachOpening(@TempDir Path folder) throws Exception {
        Path byId = folder.resolve("usb-adapter");
        SerialOpener opener = opener(byId.toString());
        try (Pty one = Pty.open(); Pty other = Pty.open()) {
            java.nio.file.Files.createSymbolicLink(byId, Path.of(one.path()));
            opener.open().close();
            java.nio.file.Files.delete(byId);
            assertThrows(LineTrouble.class, opener::open);
            java.nio.file.Files.createSymbolicLink(byId, Path.of(other.path()));
            ByteLine line = opener.open();
            line.write(new byte[]{42});
            byte[] heard = new byte[4];
            assertEquals(1, other.read(heard, 1000));
            assertEquals(42, heard[0]);
            line.close();
        }
    }
}
