// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.simulation.inverter;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.pigenny.core.time.TimeSource;
import org.pigenny.olimex.protocol.StatusKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The charger of the simulated plant: it charges while the relay server's simulated board says so, which knows of a charger
 * that is broken; a board that says nothing of it charges while the engine runs and the CHARGER relay is on.
 * Only looks; a server that is not there is an engine that is off, asked again a little later.
 */
public final class RelayObserver implements Charger, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RelayObserver.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
    private static final int PATIENCE_MILLIS = 3000;
    private static final String SAID = StatusKey.CHARGING.name() + ":";
    private static final int RUNNING = 0x01;
    private static final int CHARGER = 0x02;

    private final InetSocketAddress server;
    private final TimeSource real;
    private final double chargerWatts;
    private final Thread thread;
    private volatile boolean charging;

    /**
     * @param real paces the looks
     * @param chargerWatts what the charger gives while it is on
     */
    public RelayObserver(InetSocketAddress server, TimeSource real, double chargerWatts) {
        this.server = server;
        this.real = real;
        this.chargerWatts = chargerWatts;
        this.thread = Thread.ofPlatform().daemon().name("relay-observer").start(this::observe);
    }

    @Override
    public double watts() {
        return charging ? chargerWatts : 0;
    }

    private void observe() {
        boolean absenceSaid = false;
        try {
            while (true) {
                try (Socket socket = new Socket()) {
                    socket.connect(server, PATIENCE_MILLIS);
                    socket.setSoTimeout(PATIENCE_MILLIS);
                    absenceSaid = false;
                    look(socket);
                } catch (IOException e) {
                    charging = false;
                    if (!absenceSaid) {
                        LOG.info("The simulated charger is off: no relay server at {}: {}", server, e.getMessage());
                        absenceSaid = true;
                    }
                }
                real.sleep(LOOK_EVERY);
            }
        } catch (InterruptedException e) {
            charging = false;
        }
    }

    private void look(Socket socket) throws IOException, InterruptedException {
        BufferedReader in = new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        while (true) {
            socket.getOutputStream().write("STATUS\n".getBytes(StandardCharsets.US_ASCII));
            charging = status(in);
            real.sleep(LOOK_EVERY);
        }
    }

    private static boolean status(BufferedReader in) throws IOException {
        boolean running = false;
        boolean charger = false;
        Optional<Boolean> said = Optional.empty();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.startsWith("INPUTS:")) {
                running = (number(line, "raw=", 10) & RUNNING) != 0;
            } else if (line.startsWith("RELAYS:")) {
                charger = (number(line, "(0x", 16) & CHARGER) != 0;
            } else if (line.startsWith(SAID)) {
                said = Optional.of(line.substring(SAID.length()).strip().equals("YES"));
            } else if (line.equals(StatusKey.END)) {
                return said.orElse(running && charger);
            }
        }
        throw new IOException("the relay server closed the connection");
    }

    /** The number after a mark; 0 when it is not there, as when the inputs are unreadable. */
    private static int number(String line, String mark, int radix) {
        int from = line.indexOf(mark);
        int to = from + mark.length();
        while (from >= 0 && to < line.length() && Character.digit(line.charAt(to), radix) >= 0) {
            to++;
        }
        return from < 0 || to == from + mark.length() ? 0 : Integer.parseInt(line, from + mark.length(), to, radix);
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(Duration.ofMillis(2L * PATIENCE_MILLIS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
