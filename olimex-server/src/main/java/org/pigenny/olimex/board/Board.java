// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.board;

import org.pigenny.olimex.protocol.Inputs;

/** A relay board with four relays and four inputs. Used by one thread. */
public interface Board extends AutoCloseable {
    /** One look at the inputs. */
    Inputs read() throws BoardException;

    /** Sets all four relays, bits as in {@link org.pigenny.olimex.protocol.Relay}. */
    void write(int relays) throws BoardException;

    /** Not made of metal. */
    boolean simulated();

    /** For the log: what and where. */
    String name();

    @Override
    void close();
}
