// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.modbus;

import com.ghgande.j2mod.modbus.msg.ModbusRequest;

/** Modbus RTU: address, function, data, check sum. Nothing marks a frame's begin or end but silence, and silence is not to be had through adapters. */
public final class RtuFraming implements Framing {
    @Override
    public Hunt frame(Ask ask) {
        ModbusRequest request = Messages.request(ask);
        request.setHeadless();
        byte[] bytes = Crc.append(Messages.bytes(request));
        return new RtuHunt(ask, bytes);
    }

    @Override
    public boolean answersCarryTheirRequest() {
        return false;
    }
}
