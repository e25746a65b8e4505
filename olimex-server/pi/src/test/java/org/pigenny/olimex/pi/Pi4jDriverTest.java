// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.pi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.plugin.mock.provider.i2c.MockI2C;
import com.pi4j.plugin.mock.provider.i2c.MockI2CProvider;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.pigenny.olimex.board.BoardException;
import org.pigenny.olimex.board.I2cDriver;
import org.pigenny.olimex.board.ModIo;

/** The MOD-IO by way of Pi4J, on Pi4J's own mock of the hardware. */
class Pi4jDriverTest {
    private final Context context = Pi4J.newContextBuilder().add(MockI2CProvider.newInstance()).build();

    @Test
    void theServerFindsTheDriverByItself() {
        assertTrue(ServiceLoader.load(I2cDriver.class).stream().anyMatch(found -> found.get().name().equals("pi4j")));
    }

    @Test
    void relaysAreWrittenToRegister10OfDevice58() throws BoardException {
        try (ModIo board = new ModIo(new Pi4jDriver(() -> context).open(1, ModIo.ADDRESS))) {
            board.write(0x0A);
            MockI2C device = context.registry().get("mod-io", MockI2C.class);
            assertEquals(0x58, device.device());
            assertEquals(1, device.bus());
            assertEquals(0x0A, device.readRegister(0x10));
        }
    }

    @Test
    void inputsAreReadFromRegister20() throws BoardException {
        try (ModIo board = new ModIo(new Pi4jDriver(() -> context).open(1, ModIo.ADDRESS))) {
            context.registry().get("mod-io", MockI2C.class).writeRegister(0x20, 0x0B);
            assertEquals(11, board.read().raw());
        }
    }

    @Test
    void aDeviceThatGivesNothingIsAFailureAndNotAStoppedEngine() throws BoardException {
        try (ModIo board = new ModIo(new Pi4jDriver(() -> context).open(1, ModIo.ADDRESS))) {
            BoardException e = assertThrows(BoardException.class, board::read);
            assertTrue(String.valueOf(e.getMessage()).startsWith("Reading register 0x20 on I2C bus 1 by Pi4J failed"));
        }
    }
}
