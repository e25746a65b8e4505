// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.pigenny.core.api.CoreSnapshot;
import org.pigenny.core.device.relay.RelayServer;
import org.pigenny.core.model.AlarmReport;
import org.pigenny.core.model.Command;
import org.pigenny.core.model.EngineAnswer;
import org.pigenny.core.model.EnginePhase;
import org.pigenny.core.model.EngineReport;
import org.pigenny.core.model.EventSink;
import org.pigenny.core.model.InverterReport;
import org.pigenny.core.model.LinkReport;
import org.pigenny.core.model.Loop;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Outcome;
import org.pigenny.core.model.Quantity;
import org.pigenny.core.model.Reading;
import org.pigenny.core.model.settings.InverterSettings;
import org.pigenny.core.model.settings.RelaySettings;
import org.pigenny.core.time.ScaledTime;
import org.pigenny.core.time.SystemTime;
import org.pigenny.core.time.TimeSource;

/** A running core with its real relay client on a real relay server process; only the inverter says what it is told. */
final class EngineRoom implements AutoCloseable {
    /** Faster than the house, and slow enough for a busy machine. */
    private static final double SPEED = 10;
    private static final Origin PERSON = new Origin("person");

    private final RelayServer server;
    private final CoreBench bench;
    private final List<EnginePhase> phases = new CopyOnWriteArrayList<>();
    private volatile double soc = 60;

    EngineRoom(Path home, Map<String, String> settings) throws IOException {
        server = RelayServer.start(Files.createDirectories(home.resolve("relay")), 0);
        Map<String, String> all = new TreeMap<>(CoreBench.quick());
        all.put("relay.host", "127.0.0.1");
        all.put("relay.port", String.valueOf(server.port()));
        all.putAll(settings);
        bench = new CoreBench(home, options -> options.withParts(new Parts())
                .withTimings(CoreBench.PATIENT)
                .withPlantTime(new ScaledTime(new SystemTime(), SPEED, Instant.parse("2026-01-31T10:00:00Z")))
                .withOverrides(all));
    }

    private final class Parts extends PlantedParts {
        @Override
        public Relay relay(RelaySettings settings, TimeSource plant, TimeSource real, Consumer<EngineReport> reports,
                Consumer<LinkReport> links, Consumer<EngineAnswer> answers, EventSink events) {
            return new RealParts().relay(settings, plant, real, report -> {
                phases.add(report.phase());
                reports.accept(report);
            }, links, answers, events);
        }

        @Override
        public Loop inverter(InverterSettings settings, Duration pollInterval, TimeSource plant, TimeSource real,
                Consumer<InverterReport> reports, Consumer<LinkReport> links, EventSink events) {
            return new Loop() {
                @Override
                public String name() {
                    return "inverter";
                }

                @Override
                public void run(Runnable progress) throws InterruptedException {
                    while (true) {
                        reports.accept(readings(plant.nanos()));
                        progress.run();
                        real.sleep(Duration.ofMillis(20));
                    }
                }
            };
        }
    }

    private InverterReport readings(long now) {
        return new InverterReport(Map.of(Quantity.SOC, new Reading(soc, now), Quantity.BATTERY_VOLTAGE,
                new Reading(52, now), Quantity.CHARGE_POWER, new Reading(0, now), Quantity.DISCHARGE_POWER,
                new Reading(500, now), Quantity.PV_POWER, new Reading(0, now), Quantity.LOAD_POWER,
                new Reading(420, now)), Optional.empty());
    }

    void soc(double percent) {
        soc = percent;
    }

    /** Changes how the simulated engine behaves. */
    void engine(String behaviour) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            in.readLine();
            socket.getOutputStream().write(("SIMULATE " + behaviour + "\n").getBytes(StandardCharsets.US_ASCII));
            String answer = in.readLine();
            if (answer == null || !answer.startsWith("OK")) {
                throw new IOException("SIMULATE " + behaviour + ": " + answer);
            }
        }
    }

    CoreSnapshot await(String what, Predicate<CoreSnapshot> wanted) {
        return bench.await(what, wanted);
    }

    Outcome ask(Command command) {
        return bench.core.submit(command, PERSON);
    }

    static boolean alarm(CoreSnapshot now, String code, AlarmReport.State state) {
        return now.control()
                .alarms()
                .stream()
                .anyMatch(alarm -> alarm.code().equals(code) && alarm.state() == state);
    }

    static boolean phase(CoreSnapshot now, EnginePhase phase) {
        return now.engine().filter(engine -> engine.phase() == phase).isPresent();
    }

    static boolean relaysOff(CoreSnapshot now) {
        return now.engine().filter(engine -> engine.relays() == 0).isPresent();
    }

    /** Every phase the server told of so far, in order. */
    List<EnginePhase> phases() {
        return List.copyOf(phases);
    }

    @Override
    public void close() {
        bench.close();
        server.close();
    }
}
