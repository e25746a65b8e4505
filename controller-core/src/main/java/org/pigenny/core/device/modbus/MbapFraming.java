// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.modbus;

import com.ghgande.j2mod.modbus.msg.ModbusRequest;

/** Modbus TCP: each request carries a number that its answer repeats. */
public final class MbapFraming implements Framing {
    private int transaction;

    @Override
    public Hunt frame(Ask ask) {
        transaction = (transaction + 1) & 0x7FFF;
        ModbusRequest request = Messages.request(ask);
        request.setTransactionID(transaction);
        request.setHeadless(false);
        return new MbapHunt(ask, transaction, Messages.bytes(request));
    }

    @Override
    public boolean answersCarryTheirRequest() {
        return true;
    }
}
