// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.setup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.function.Predicate;
import org.pigenny.core.app.Home;
import org.pigenny.core.device.relay.RelayServer;
import org.pigenny.core.simulation.inverter.BatteryModel;
import org.pigenny.core.simulation.inverter.Charger;
import org.pigenny.core.simulation.inverter.House;
import org.pigenny.core.simulation.inverter.SimulatedInverter;
import org.pigenny.core.time.SystemTime;

/** A blank appliance on a folder of its own, a real relay server with a simulated engine, a simulated inverter. */
public final class Rig implements AutoCloseable {
    public final Home home;
    /** Everything of it is below. */
    public final Path root;
    private final RelayServer relay;
    private final SimulatedInverter inverter;

    public Rig(Path folder) throws Exception {
        root = folder.resolve("home");
        home = Home.under(root);
        relay = RelayServer.start(folder.resolve("engine"), 0);
        inverter = SimulatedInverter
                .start(new BatteryModel(new SystemTime(), ZoneOffset.UTC, House.RECORDED, Charger.none(), 44));
        Files.createDirectories(home.settings());
        Files.writeString(home.settingsFile(),
                "[commissioning]\nrequired = true\n[inverter]\nport = \"" + inverter.portPath()
                        + "\"\n[relay]\nhost = \"127.0.0.1\"\nport = " + relay.port() + "\n");
    }

    public int port() {
        return relay.port();
    }

    /** Somebody else at the relay server. */
    public Peer peer() throws IOException {
        return new Peer(relay.port());
    }

    @Override
    public void close() throws IOException {
        inverter.close();
        relay.close();
    }

    /** Looks at the server, and acts on the simulated engine as a hand would. */
    public static final class Peer implements AutoCloseable {
        private static final int PATIENCE_MS = 20_000;
        private final Socket socket;
        private final BufferedReader in;

        Peer(int port) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(PATIENCE_MS);
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            in.readLine();
        }

        public void send(String line) throws IOException {
            socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.US_ASCII));
        }

        public String line() throws IOException {
            return String.valueOf(in.readLine());
        }

        public String ask(String line) throws IOException {
            send(line);
            return line();
        }

        /** The value of a key of STATUS. */
        public String status(String key) throws IOException {
            send("STATUS");
            String found = "";
            for (String line = line(); !line.equals("END"); line = line()) {
                found = line.startsWith(key + ": ") ? line.substring(key.length() + 2) : found;
            }
            return found;
        }

        /** Reads pushes until one is as wanted; SUBSCRIBE comes first. */
        public String await(Predicate<String> wanted) throws IOException {
            for (String line = line();; line = line()) {
                if (wanted.test(line)) {
                    return line;
                }
                if (line.equals("null")) {
                    throw new IOException("the server closed the connection");
                }
            }
        }

        /** Looks until the value is as wanted. */
        public void until(String key, Predicate<String> wanted) throws IOException {
            long end = System.nanoTime() + PATIENCE_MS * 1_000_000L;
            for (String value = status(key); !wanted.test(value); value = status(key)) {
                if (System.nanoTime() - end > 0) {
                    throw new IOException(key + " stays " + value);
                }
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
