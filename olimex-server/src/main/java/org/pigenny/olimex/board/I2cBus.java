// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.board;

/** SMBus byte-data transactions with one device on an I2C bus. */
public interface I2cBus extends AutoCloseable {
    /** @return 0 to 255 */
    int readByteData(int register) throws BoardException;

    void writeByteData(int register, int value) throws BoardException;

    /** For the log and messages. */
    String name();

    @Override
    void close();
}
