// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.simulation.inverter;

/** Where a simulated slave listens. */
sealed interface SlaveHost extends AutoCloseable permits PtyHost, SocketHost {
    /** Path of the serial port, empty when it is a socket. */
    String portPath();

    /** TCP port, 0 when it is a serial port. */
    int tcpPort();

    @Override
    void close();
}
