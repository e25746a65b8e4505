// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.pigenny.core.app.CoreOptions;
import org.pigenny.core.app.Home;
import org.pigenny.core.simulation.inverter.BatteryModel;
import org.pigenny.core.simulation.inverter.Charger;
import org.pigenny.core.simulation.inverter.House;
import org.pigenny.core.simulation.inverter.RelayObserver;
import org.pigenny.core.simulation.inverter.Replay;
import org.pigenny.core.simulation.inverter.SimulatedInverter;
import org.pigenny.core.time.ScaledTime;
import org.pigenny.core.time.TimeSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A plant to show: a simulated inverter on a serial line and a relay server with a simulated engine, both running
 * {@link #DEFAULT_SPEED} times as fast as the real ones. The core gets it as settings and a clock, and cannot tell.
 * docs/decisions/0008 says what is scaled.
 */
public final class DemoPlant implements AutoCloseable {
    /** With the battery below, a whole cycle from 40 % to 80 % takes about two and a half minutes. */
    public static final double DEFAULT_SPEED = 30;
    /** A recorded day of 21 hours passes in twenty minutes. */
    public static final double DEFAULT_REPLAY_SPEED = 60;

    private static final Logger LOG = LoggerFactory.getLogger(DemoPlant.class);
    /** One of the house's two packs. */
    private static final double WH_PER_PERCENT = 96.1;
    private static final double SOC_AT_START = 40.9;
    /** Dark, the house quiet; the sun rises when the charge is over. */
    private static final LocalTime TIME_AT_START = LocalTime.of(6, 20);
    /** Durations of the relay server's sequence, s (relay-server.md 2), and of its simulated engine. */
    private static final Map<String, Double> SEQUENCE = Map.ofEntries(Map.entry("reset_s", 1.0),
            Map.entry("ignition_s", 0.5),
            Map.entry("crank_s", 10.0), Map.entry("glow_crank_s", 2.0), Map.entry("verify_s", 4.0),
            Map.entry("rest_s", 15.0),
            Map.entry("warmup_s", 60.0), Map.entry("stabilise_s", 20.0), Map.entry("cooldown_s", 180.0),
            Map.entry("stop_timeout_s", 60.0), Map.entry("max_run_s", 14400.0), Map.entry("fires_after_s", 2.0));

    private final CoreOptions options;
    private final SimulatedInverter inverter;
    private final Charger charger;
    private final RelayServerProcess server;
    private final Optional<Path> ownFolder;

    private DemoPlant(CoreOptions options, SimulatedInverter inverter, Charger charger, RelayServerProcess server,
            Optional<Path> ownFolder) {
        this.options = options;
        this.inverter = inverter;
        this.charger = charger;
        this.server = server;
        this.ownFolder = ownFolder;
    }

    /**
     * Starts the plant.
     *
     * @param base options of the process; what was set by hand wins over what the demo sets
     * @param speed how many times as fast as real time, 0.01 to 100000; empty for the default
     * @param recording shown instead of the simulated day
     * @throws IOException naming what could not be started or read
     */
    public static DemoPlant start(CoreOptions base, Optional<Double> speed, Optional<Path> recording)
            throws IOException, InterruptedException {
        double times = speed.orElse(recording.isPresent() ? DEFAULT_REPLAY_SPEED : DEFAULT_SPEED);
        ZoneId zone = ZoneId.systemDefault();
        Instant begin = recording.isPresent()
                ? begin(recording.get(), base.real())
                : TIME_AT_START.atDate(LocalDate.ofInstant(base.real().wall(), zone)).atZone(zone).toInstant();
        TimeSource plant = new ScaledTime(base.real(), times, begin);
        Optional<Path> ownFolder = base.home().moved()
                ? Optional.empty()
                : Optional.of(Files.createTempDirectory("pigenny-demo"));
        Home home = ownFolder.map(Home::under).orElse(base.home());
        RelayServerProcess server = new RelayServerProcess(home.data().resolve("simulated-engine"), scaled(times));
        RelayObserver charger = new RelayObserver(server.address(), base.real(), Charger.USUAL_WATTS);
        SimulatedInverter inverter = SimulatedInverter.start(recording.isPresent()
                ? Replay.open(recording.get(), plant)
                : new BatteryModel(plant, zone, House.RECORDED, charger, SOC_AT_START, WH_PER_PERCENT));
        Map<String, String> settings = settings(inverter, server, recording.isPresent());
        settings.putAll(base.overrides());
        LOG.info("The plant is simulated and runs {} times as fast as a real one; files are under {}",
                String.format(Locale.ROOT, "%.0f", times), home.data().getParent());
        return new DemoPlant(base.withHome(home).withPlantTime(plant).withOverrides(settings), inverter, charger,
                server, ownFolder);
    }

    private static Instant begin(Path recording, TimeSource real) throws IOException {
        return Replay.open(recording, real).startsAt().orElseGet(real::wall);
    }

    private static Map<String, String> scaled(double times) {
        Map<String, String> settings = new LinkedHashMap<>();
        SEQUENCE.forEach((key, seconds) -> settings.put(key, String.format(Locale.ROOT, "%.6f", seconds / times)));
        return settings;
    }

    private static Map<String, String> settings(SimulatedInverter inverter, RelayServerProcess server, boolean recorded)
            throws IOException, InterruptedException {
        Map<String, String> settings = new LinkedHashMap<>();
        if (inverter.portPath().isEmpty()) {
            settings.put("inverter.connection", "rtu_over_tcp");
            settings.put("inverter.host", "127.0.0.1");
            settings.put("inverter.tcp_port", String.valueOf(inverter.tcpPort()));
        } else {
            settings.put("inverter.connection", "serial");
            settings.put("inverter.port", inverter.portPath());
        }
        settings.put("relay.host", "127.0.0.1");
        settings.put("relay.port", String.valueOf(server.address().getPort()));
        // There is nothing to commission, whatever the settings file of this machine asks for.
        settings.put("commissioning.required", "false");
        settings.put("health.service_gap_s", "0.1");
        settings.put("health.first_probe_s", "0.1");
        if (!recorded) {
            settings.put("generator.charge_proof.wh_per_soc_pct", String.valueOf(WH_PER_PERCENT));
        }
        return settings;
    }

    /** What the core is started with. */
    public CoreOptions options() {
        return options;
    }

    @Override
    public void close() throws IOException {
        inverter.close();
        server.close();
        if (charger instanceof RelayObserver observer) {
            observer.close();
        }
        if (ownFolder.isPresent()) {
            try (Stream<Path> files = Files.walk(ownFolder.get())) {
                for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
