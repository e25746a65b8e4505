// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.modbus;

import com.ghgande.j2mod.modbus.msg.ExceptionResponse;
import com.ghgande.j2mod.modbus.msg.ModbusMessage;
import com.ghgande.j2mod.modbus.msg.ModbusRequest;
import com.ghgande.j2mod.modbus.msg.ModbusResponse;
import com.ghgande.j2mod.modbus.msg.ReadInputRegistersRequest;
import com.ghgande.j2mod.modbus.msg.ReadInputRegistersResponse;
import com.ghgande.j2mod.modbus.msg.ReadMultipleRegistersRequest;
import com.ghgande.j2mod.modbus.msg.ReadMultipleRegistersResponse;
import com.ghgande.j2mod.modbus.msg.WriteMultipleRegistersRequest;
import com.ghgande.j2mod.modbus.msg.WriteSingleRegisterRequest;
import com.ghgande.j2mod.modbus.procimg.InputRegister;
import com.ghgande.j2mod.modbus.procimg.Register;
import com.ghgande.j2mod.modbus.procimg.SimpleRegister;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

/** Between our requests and answers and j2mod's, which know the bytes. */
final class Messages {
    private Messages() {}

    static ModbusRequest request(Ask ask) {
        ModbusRequest request = switch (ask) {
            case Ask.Read read -> read.table() == Table.INPUT
                    ? new ReadInputRegistersRequest(read.start(), read.count())
                    : new ReadMultipleRegistersRequest(read.start(), read.count());
            case Ask.WriteOne write ->
                new WriteSingleRegisterRequest(write.address(), new SimpleRegister(write.value()));
            case Ask.WriteMany write -> new WriteMultipleRegistersRequest(write.address(), registers(write.values()));
        };
        request.setUnitID(ask.slave());
        return request;
    }

    private static Register[] registers(List<Integer> values) {
        return values.stream().map(SimpleRegister::new).toArray(Register[]::new);
    }

    static byte[] bytes(ModbusMessage message) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            message.writeTo(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    /** Reads a whole frame, without its check sum, beginning with the slave address. */
    static Answer answer(byte[] frame, int from, int length) {
        ModbusResponse response = ModbusResponse.createModbusResponse(frame[from + 1] & 0xFF);
        response.setHeadless();
        try {
            response.readFrom(new DataInputStream(new ByteArrayInputStream(frame, from, length)));
        } catch (IOException e) {
            return new Answer.Garbled();
        }
        return switch (response) {
            case ExceptionResponse refused -> new Answer.Refused(refused.getExceptionCode());
            case ReadInputRegistersResponse read -> words(read.getRegisters());
            case ReadMultipleRegistersResponse read -> words(read.getRegisters());
            default -> new Answer.Written();
        };
    }

    private static Answer words(InputRegister[] registers) {
        return new Answer.Words(Arrays.stream(registers).map(InputRegister::toUnsignedShort).toList());
    }
}
