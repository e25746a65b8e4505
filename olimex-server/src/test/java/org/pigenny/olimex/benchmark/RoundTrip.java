// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Round trips of PING and STATUS to a running server, and the emergency stop from the client's send to its answer, which comes
 * after the relays are written. Arguments: host port [rounds].
 */
public final class RoundTrip {
    private static final double NANOS_PER_MICRO = 1e3;
    private static final int DEFAULT_ROUNDS = 20_000;

    private final Socket socket;
    private final BufferedReader in;

    private RoundTrip(String host, int port) throws IOException {
        socket = new Socket(host, port);
        socket.setTcpNoDelay(true);
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        in.readLine();
    }

    public static void main(String[] args) throws IOException {
        RoundTrip trip = new RoundTrip(args[0], Integer.parseInt(args[1]));
        int rounds = args.length > 2 ? Integer.parseInt(args[2]) : DEFAULT_ROUNDS;
        trip.measure("PING", rounds);
        trip.measure("STATUS", rounds / 4);
        trip.emergencyStops(50);
    }

    private void measure(String command, int rounds) throws IOException {
        long[] times = new long[rounds];
        for (int i = -rounds / 4; i < rounds; i++) {
            long from = System.nanoTime();
            ask(command);
            if (i >= 0) {
                times[i] = System.nanoTime() - from;
            }
        }
        long total = Arrays.stream(times).sum();
        System.out.printf("%-7s median %.0f us, p99 %.0f us, %.0f/s%n", command, quantile(times, 0.5),
                quantile(times, 0.99), rounds / (total / 1e9));
    }

    private void emergencyStops(int rounds) throws IOException {
        long[] times = new long[rounds];
        for (int i = 0; i < rounds; i++) {
            ask("RESET");
            ask("RUN");
            // Each round strikes at another time of the start: every phase gets its turn.
            long until = System.nanoTime() + i * 20_000_000L;
            while (System.nanoTime() < until) {
                ask("PING");
            }
            long from = System.nanoTime();
            ask("ESTOP");
            times[i] = System.nanoTime() - from;
            ask("INPUTS");
        }
        System.out.printf("ESTOP   median %.0f us, worst %.0f us of %d%n", quantile(times, 0.5), quantile(times, 1),
                rounds);
    }

    private void ask(String command) throws IOException {
        socket.getOutputStream().write((command + "\n").getBytes(StandardCharsets.US_ASCII));
        String line = in.readLine();
        while (command.equals("STATUS") && !"END".equals(line)) {
            line = in.readLine();
        }
    }

    private static double quantile(long[] times, double share) {
        long[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, Math.round(share * sorted.length))] / NANOS_PER_MICRO;
    }
}
