// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.modbus;

/** How requests are put into bytes and answers found among bytes: RTU on serial lines and plain gateways, MBAP on Modbus TCP. */
public sealed interface Framing permits RtuFraming, MbapFraming {
    /** Puts a request into bytes and is ready to find its answer. */
    Hunt frame(Ask ask);

    /** Whether an answer says by itself which request it answers, so that a late one cannot be taken for another's. */
    boolean answersCarryTheirRequest();
}
