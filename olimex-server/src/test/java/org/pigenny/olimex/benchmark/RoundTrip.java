// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Round trips of PING and STATUS to a running server, and the emergency stop from the client's send to its answer, which comes
 * after the relays are written. Arguments: host port [rounds [the server's log]].
 */
public final class RoundTrip {
    private static final double NANOS_PER_MICRO = 1e3;
    private static final int DEFAULT_ROUNDS = 20_000;

    private static final int EMERGENCIES = 5;
    private static final long LONGEST_START_NANOS = 3_000_000_000L;
    private static final List<String> PHASES = List.of("off", "reset", "preheat", "ignition", "crank", "glow_crank",
            "verify", "rest", "warmup", "stabilise", "loaded", "cooldown", "stopping");

    private final Socket socket;
    private final BufferedReader in;

    private RoundTrip(String host, int port) throws IOException {
        socket = new Socket(host, port);
        socket.setTcpNoDelay(true);
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        in.readLine();
    }

    public static void main(String[] args) throws Exception {
        RoundTrip trip = new RoundTrip(args[0], Integer.parseInt(args[1]));
        int rounds = args.length > 2 ? Integer.parseInt(args[2]) : DEFAULT_ROUNDS;
        trip.measure("PING", rounds);
        trip.measure("STATUS", rounds / 4);
        for (int connections : new int[]{4, 12}) {
            rate(args[0], Integer.parseInt(args[1]), "PING", connections, rounds / 2);
            rate(args[0], Integer.parseInt(args[1]), "STATUS", connections, rounds / 4);
        }
        if (args.length > 3) {
            trip.emergencyStops(EMERGENCIES, Path.of(args[3]));
        }
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

    /** Every connection asks as fast as it is answered, all at once. */
    private static void rate(String host, int port, String command, int connections, int rounds) throws Exception {
        List<RoundTrip> trips = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            trips.add(new RoundTrip(host, port));
        }
        ExecutorService clients = Executors.newFixedThreadPool(connections);
        long from = System.nanoTime();
        List<Future<?>> all = new ArrayList<>();
        for (RoundTrip trip : trips) {
            all.add(clients.submit(() -> {
                for (int i = 0; i < rounds; i++) {
                    trip.ask(command);
                }
                return command;
            }));
        }
        for (Future<?> one : all) {
            one.get();
        }
        double seconds = (System.nanoTime() - from) / 1e9;
        clients.shutdown();
        System.out.printf("%-7s over %d connections %.0f/s%n", command, connections, connections * rounds / seconds);
        for (RoundTrip trip : trips) {
            trip.socket.close();
        }
    }

    private void emergencyStops(int rounds, Path log) throws IOException {
        for (String phase : PHASES) {
            long[] times = new long[rounds];
            for (int i = 0; i < rounds; i++) {
                while (!bring(phase)) {
                    ask("ESTOP");
                }
                long from = System.nanoTime();
                ask("ESTOP");
                times[i] = System.nanoTime() - from;
            }
            System.out.printf("ESTOP   %-10s client: median %.0f us, worst %.0f us of %d%n", phase,
                    quantile(times, 0.5), quantile(times, 1), rounds);
        }
        inTheServer(log);
    }

    /** Off and reset, then into the phase; false when a crowded machine let it slip by. */
    private boolean bring(String phase) throws IOException {
        ask("SIMULATE ok");
        while (!ask("RESET").startsWith("OK")) {
            ask("PING");
        }
        if (phase.equals("off")) {
            return true;
        }
        ask(phase.endsWith("crank")
                ? "SIMULATE no_fire"
                : phase.equals("stopping") ? "SIMULATE wont_stop" : "SIMULATE ok");
        ask("RUN");
        if (phase.equals("cooldown") || phase.equals("stopping")) {
            if (!await("loaded")) {
                return false;
            }
            ask("HALT");
        }
        return await(phase);
    }

    private boolean await(String phase) throws IOException {
        long until = System.nanoTime() + LONGEST_START_NANOS;
        boolean reached = ask("STATUS").equals(phase);
        while (!reached && System.nanoTime() < until) {
            reached = ask("STATUS").equals(phase);
        }
        return reached;
    }

    /** What the server's log says it took from the receipt to the relays being off, by the phase that was struck. */
    private static void inTheServer(Path log) throws IOException {
        Map<String, List<Double>> figures = new LinkedHashMap<>();
        Matcher line = Pattern.compile("phase (\\w+) -> fault|ESTOP .* off ([0-9.]+) ms after receipt")
                .matcher(Files.readString(log));
        String phase = "?";
        while (line.find()) {
            if (line.group(1) != null) {
                phase = line.group(1);
            } else {
                figures.computeIfAbsent(phase, none -> new ArrayList<>()).add(Double.parseDouble(line.group(2)));
            }
        }
        figures.forEach((struck, all) -> System.out.printf(
                "ESTOP   %-10s in the server, receipt to relays off: worst %.3f ms of %d%n", struck,
                Collections.max(all), all.size()));
    }

    /** The answer, or of STATUS the phase. */
    private String ask(String command) throws IOException {
        socket.getOutputStream().write((command + "\n").getBytes(StandardCharsets.US_ASCII));
        String line = in.readLine();
        String phase = "";
        while (command.equals("STATUS") && !"END".equals(line)) {
            phase = line.startsWith("PHASE: ") ? line.substring("PHASE: ".length()) : phase;
            line = in.readLine();
        }
        return command.equals("STATUS") ? phase : String.valueOf(line);
    }

    private static double quantile(long[] times, double share) {
        long[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, Math.round(share * sorted.length))] / NANOS_PER_MICRO;
    }
}
