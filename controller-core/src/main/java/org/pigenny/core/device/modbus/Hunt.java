// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.modbus;

import java.util.Optional;
import org.pigenny.core.device.modbus.Exchange.Noise;

/** Looks for the answer to one request in the bytes as they come. */
public interface Hunt {
    /** The bytes to send. */
    byte[] request();

    /** Takes more bytes; says the answer as soon as it is whole. */
    Optional<Answer> feed(byte[] bytes, int count);

    /** Whether any byte came at all, echo apart. */
    boolean heardAnything();

    Noise noise();
}
