// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pigenny.olimex.protocol.Inputs;

/** The MOD-IO over a C library that is not there: what reaches the kernel's interface, byte for byte. */
class LinuxI2cTest {
    private final FakeLibC c = new FakeLibC();

    /** struct i2c_smbus_ioctl_data of linux/i2c-dev.h, laid out by JNA as a C compiler would. */
    @Structure.FieldOrder({"readWrite", "command", "size", "data"})
    public static final class IoctlData extends Structure {
        public byte readWrite;
        public byte command;
        public int size;
        public Pointer data = Pointer.NULL;

        IoctlData(Pointer at) {
            super(at);
            read();
        }
    }

    @Test
    void opensTheBusAndAddressesTheBoard() throws BoardException {
        try (LinuxI2c bus = LinuxI2c.open(c, 3, ModIo.ADDRESS)) {
            assertEquals("/dev/i2c-3", bus.name());
        }
        assertEquals(List.of("open /dev/i2c-3 2", "slave 0x58", "close 7"), c.calls);
    }

    @Test
    void relaysAreWrittenToRegister10() throws BoardException {
        try (Board board = new ModIo(LinuxI2c.open(c, 0, ModIo.ADDRESS))) {
            board.write(0x0A);
        }
        assertTrue(c.calls.contains("write 0x10 0x0a size 2"), c.calls.toString());
    }

    @Test
    void inputsAreReadFromRegister20() throws BoardException {
        c.register20 = 0xF3;
        try (Board board = new ModIo(LinuxI2c.open(c, 0, ModIo.ADDRESS))) {
            assertEquals(Inputs.of(3), board.read());
        }
        assertTrue(c.calls.contains("read 0x20 size 2"), c.calls.toString());
    }

    @Test
    void aDisturbedTransactionIsRepeatedAndADeadOneIsTold() throws BoardException {
        try (RetryingBoard board = new RetryingBoard(new ModIo(LinuxI2c.open(c, 0, ModIo.ADDRESS)))) {
            c.failures = 2;
            assertEquals(Inputs.of(0), board.read());
            assertEquals(2, board.retries());
            c.failures = 3;
            BoardException e = assertThrows(BoardException.class, () -> board.write(1));
            assertTrue(String.valueOf(e.getMessage()).startsWith("Writing register 0x10 on /dev/i2c-0 failed"),
                    e.getMessage());
        }
    }

    @Test
    void aBusThatIsNotThereIsNamed() {
        c.failures = 1;
        BoardException e = assertThrows(BoardException.class, () -> LinuxI2c.open(c, 9, ModIo.ADDRESS));
        assertTrue(String.valueOf(e.getMessage()).startsWith("Cannot open /dev/i2c-9"), e.getMessage());
    }

    @Test
    void theRealLibraryOfThisSystemSaysWhatIsWrong() {
        BoardException e = assertThrows(BoardException.class, () -> LinuxI2c.open(255, ModIo.ADDRESS));
        assertTrue(String.valueOf(e.getMessage()).contains("/dev/i2c-255"), e.getMessage());
    }

    @Test
    void theRequestHasTheSizeOfTheStructInC() {
        assertEquals(8 + Native.POINTER_SIZE, new IoctlData(new Memory(64)).size());
    }
}
