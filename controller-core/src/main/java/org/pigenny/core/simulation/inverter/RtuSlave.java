// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.simulation.inverter;

import java.util.Arrays;
import java.util.Optional;
import org.pigenny.core.device.modbus.Crc;

/** The slave's side of Modbus RTU: takes bytes as they come, gives the answer to each whole request. */
public final class RtuSlave implements Station {
    private static final int LONGEST = 256;
    private static final int SHORTEST = 8;
    private static final int WRITE_MANY = 16;
    private static final int WRITE_MANY_HEAD = 7;

    private final SlaveManners manners;
    private final SlaveFunctions functions;
    private byte[] heard = new byte[0];
    private volatile boolean garbage;

    public RtuSlave(SlaveManners manners, RegisterSource source) {
        this.manners = manners;
        this.functions = new SlaveFunctions(manners, source);
    }

    /** Answers in garbage from now on, as through a wrong speed, or rightly again. */
    public void garbage(boolean on) {
        garbage = on;
    }

    @Override
    public void silence() {
        heard = new byte[0];
    }

    @Override
    public Optional<byte[]> hear(byte[] bytes, int count) {
        int old = heard.length;
        heard = Arrays.copyOf(heard, old + count);
        System.arraycopy(bytes, 0, heard, old, count);
        for (int from = 0; from + SHORTEST <= heard.length; from++) {
            int size = requestLength(from);
            if (from + size <= heard.length && Crc.fits(heard, from, size)) {
                byte[] request = Arrays.copyOfRange(heard, from, from + size - Crc.LENGTH);
                heard = Arrays.copyOfRange(heard, from + size, heard.length);
                return answer(request);
            }
        }
        if (heard.length > LONGEST) {
            heard = Arrays.copyOfRange(heard, heard.length - LONGEST, heard.length);
        }
        return Optional.empty();
    }

    private int requestLength(int from) {
        boolean many = (heard[from + 1] & 0xFF) == WRITE_MANY;
        return many ? WRITE_MANY_HEAD + (heard[from + 6] & 0xFF) + Crc.LENGTH : SHORTEST;
    }

    private static byte[] spoilt(byte[] frame) {
        byte[] spoilt = frame.clone();
        for (int i = 0; i < spoilt.length; i++) {
            spoilt[i] = (byte) (spoilt[i] * 3 + i);
        }
        return spoilt;
    }

    private Optional<byte[]> answer(byte[] request) {
        if (!manners.hears(request[0] & 0xFF)) {
            return Optional.empty();
        }
        return functions.answer(Arrays.copyOfRange(request, 1, request.length)).map(unit -> {
            byte[] frame = new byte[unit.length + 1];
            frame[0] = request[0];
            System.arraycopy(unit, 0, frame, 1, unit.length);
            return garbage ? spoilt(Crc.append(frame)) : Crc.append(frame);
        });
    }
}
