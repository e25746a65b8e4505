// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.model;

/** The way to the relay server. Both calls return at once; nothing here waits for a network. */
public interface RelayPort {
    /** Queues a command. An emergency stop overtakes all others; a newer command of the same kind replaces the older. */
    void submit(EngineCommand command);

    /** Tells that the control loop is alive. The client renews the leases only while this is called. */
    void renew();
}
