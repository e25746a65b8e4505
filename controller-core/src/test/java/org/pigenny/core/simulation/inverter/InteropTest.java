// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.simulation.inverter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.pigenny.core.device.inverter.Buses;
import org.pigenny.core.device.inverter.Recordings;
import org.pigenny.core.device.modbus.Answer;
import org.pigenny.core.device.modbus.Ask;
import org.pigenny.core.device.modbus.Bus;
import org.pigenny.core.device.modbus.Table;
import org.pigenny.core.device.recording.RegisterScan;
import org.pigenny.core.model.settings.InverterSettings;
import org.pigenny.core.model.settings.InverterSettings.Connection;
import org.pigenny.core.time.ManualTime;
import org.pigenny.core.time.SystemTime;

/** Our master and our slave against Modbus implementations of others, over real pseudo-terminals. A partner that is not installed is said. */
@Timeout(60)
class InteropTest {
    private static final Path PYTHON = Path.of("/usr/bin/python3");
    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    private final RegisterScan scan = RegisterScan.parse(Recordings.text(Recordings.SCAN_44));

    /** The part of libmodbus that is needed; names are its own. */
    interface LibModbus extends Library {
        Pointer modbus_new_rtu(String device, int baud, byte parity, int dataBits, int stopBits);

        int modbus_set_slave(Pointer context, int slave);

        int modbus_connect(Pointer context);

        int modbus_read_input_registers(Pointer context, int address, int count, short[] into);

        Pointer modbus_mapping_new(int coils, int inputs, int holdings, int inputRegisters);

        int modbus_receive(Pointer context, byte[] request);

        int modbus_reply(Pointer context, byte[] request, int length, Pointer mapping);

        void modbus_close(Pointer context);

        void modbus_free(Pointer context);
    }

    private static LibModbus libmodbus() {
        try {
            return Native.load("modbus", LibModbus.class);
        } catch (UnsatisfiedLinkError e) {
            assumeTrue(false, "libmodbus5 is not installed: interoperation with it was not tested");
            throw e;
        }
    }

    private static void assumePymodbus() throws Exception {
        boolean there = Files.isExecutable(PYTHON)
                && new ProcessBuilder(PYTHON.toString(), "-c", "import pymodbus, serial").start().waitFor() == 0;
        assumeTrue(there, "python3-pymodbus is not installed: interoperation with it was not tested");
    }

    private SimulatedInverter inverter() throws IOException {
        return SimulatedInverter.start(Replay.scan(scan, new ManualTime(Instant.EPOCH)));
    }

    private int recorded(int address) {
        return scan.value(address).orElseThrow();
    }

    @Test
    void libmodbusReadsOurSlave() throws Exception {
        LibModbus libmodbus = libmodbus();
        try (SimulatedInverter inverter = inverter()) {
            Pointer context = libmodbus.modbus_new_rtu(inverter.portPath(), 19_200, (byte) 'N', 8, 1);
            libmodbus.modbus_set_slave(context, 1);
            assertEquals(0, libmodbus.modbus_connect(context));
            short[] into = new short[20];
            for (int block = 0; block < 8; block++) {
                assertEquals(20, libmodbus.modbus_read_input_registers(context, 20 * block, 20, into));
                for (int i = 0; i < 20; i++) {
                    assertEquals(recorded(20 * block + i), into[i] & 0xFFFF);
                }
            }
            libmodbus.modbus_close(context);
            libmodbus.modbus_free(context);
        }
    }

    @Test
    void ourMasterReadsAndWritesASlaveOfLibmodbus() throws Exception {
        LibModbus libmodbus = libmodbus();
        try (PtyPair pair = new PtyPair()) {
            Pointer context = libmodbus.modbus_new_rtu(pair.rightPath(), 19_200, (byte) 'N', 8, 1);
            libmodbus.modbus_set_slave(context, 7);
            assertEquals(0, libmodbus.modbus_connect(context));
            Pointer mapping = libmodbus.modbus_mapping_new(0, 0, 100, 100);
            Thread.ofPlatform().daemon().name("libmodbus-slave").start(() -> {
                byte[] request = new byte[260];
                for (int length = 0; length >= 0;) {
                    length = libmodbus.modbus_receive(context, request);
                    if (length > 0) {
                        libmodbus.modbus_reply(context, request, length, mapping);
                    }
                }
            });
            talk(pair.leftPath(), 7);
        }
    }

    /** Writes one, writes many, reads back, and asks for what is not there. */
    private static void talk(String port, int slave) throws InterruptedException {
        try (Bus bus = Buses.bus(at(port, slave), new SystemTime())) {
            assertInstanceOf(Answer.Written.class, bus.ask(new Ask.WriteOne(slave, 5, 24_111), TIMEOUT).answer());
            assertInstanceOf(Answer.Written.class,
                    bus.ask(new Ask.WriteMany(slave, 6, List.of(1, 65_535, 0)), TIMEOUT).answer());
            assertEquals(new Answer.Words(List.of(24_111, 1, 65_535, 0)),
                    bus.ask(new Ask.Read(slave, Table.HOLDING, 5, 4), TIMEOUT).answer());
            assertEquals(new Answer.Words(List.of(0)),
                    bus.ask(new Ask.Read(slave, Table.INPUT, 9, 1), TIMEOUT).answer());
            assertEquals(new Answer.Refused(Answer.Refused.ADDRESS),
                    bus.ask(new Ask.Read(slave, Table.HOLDING, 5000, 2), TIMEOUT).answer());
        }
    }

    private static InverterSettings at(String port, int slave) {
        InverterSettings usual = InverterSettings.defaults();
        return new InverterSettings(usual.profile(), Connection.SERIAL, port, usual.baud(), slave, TIMEOUT, 0, 20,
                usual.rs485(), "", 0);
    }

    @Test
    void pymodbusReadsOurSlave() throws Exception {
        assumePymodbus();
        try (SimulatedInverter inverter = inverter()) {
            Process client = new ProcessBuilder(PYTHON.toString(), "-c", """
                    import sys
                    from pymodbus.client import ModbusSerialClient
                    client = ModbusSerialClient(port=sys.argv[1], baudrate=19200, timeout=3)
                    assert client.connect()
                    for block in range(8):
                        print(*client.read_input_registers(20 * block, 20, slave=1).registers)
                    client.close()
                    """, inverter.portPath()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
            String out = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(client.waitFor(30, TimeUnit.SECONDS));
            List<Integer> read = out.lines()
                    .flatMap(line -> List.of(line.split(" ")).stream())
                    .map(Integer::valueOf)
                    .toList();
            assertEquals(160, read.size(), out);
            for (int i = 0; i < read.size(); i++) {
                assertEquals(recorded(i), read.get(i));
            }
        }
    }

    @Test
    void ourMasterReadsAndWritesASlaveOfPymodbus() throws Exception {
        assumePymodbus();
        try (PtyPair pair = new PtyPair()) {
            Process server = new ProcessBuilder(PYTHON.toString(), "-c", """
                    import asyncio, sys
                    from pymodbus.server import StartAsyncSerialServer
                    from pymodbus.transaction import ModbusRtuFramer
                    from pymodbus.datastore import ModbusSequentialDataBlock, ModbusSlaveContext, ModbusServerContext
                    def block():
                        return ModbusSequentialDataBlock(0, [0] * 100)
                    slave = ModbusSlaveContext(di=block(), co=block(), hr=block(), ir=block(), zero_mode=True)
                    async def main():
                        print("ready", flush=True)
                        await StartAsyncSerialServer(context=ModbusServerContext(slaves={7: slave}, single=False),
                            framer=ModbusRtuFramer, port=sys.argv[1], baudrate=19200)
                    asyncio.run(main())
                    """, pair.rightPath()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
            try (BufferedReader out = new BufferedReader(
                    new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
                assertEquals("ready", out.readLine());
                awaitAnswer(pair.leftPath(), 7);
                talk(pair.leftPath(), 7);
            } finally {
                server.destroy();
                assertTrue(server.waitFor(10, TimeUnit.SECONDS));
            }
        }
    }

    /** The server says that it is ready a little before it listens. */
    private static void awaitAnswer(String port, int slave) throws InterruptedException {
        long limit = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        try (Bus bus = Buses.bus(at(port, slave), new SystemTime())) {
            Answer answer = new Answer.Silence();
            while (!(answer instanceof Answer.Words) && System.nanoTime() < limit) {
                answer = bus.ask(new Ask.Read(slave, Table.HOLDING, 0, 1), Duration.ofMillis(300)).answer();
            }
            assertInstanceOf(Answer.Words.class, answer);
        }
    }
}
