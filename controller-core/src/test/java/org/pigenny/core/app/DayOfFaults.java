// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.pigenny.core.app.PlantedParts.Manner;
import org.pigenny.core.device.relay.RelayServer;
import org.pigenny.core.model.Command;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Outcome;
import org.pigenny.core.simulation.inverter.BatteryModel;
import org.pigenny.core.simulation.inverter.Charger;
import org.pigenny.core.simulation.inverter.House;
import org.pigenny.core.simulation.inverter.RelayObserver;
import org.pigenny.core.simulation.inverter.SimulatedInverter;
import org.pigenny.core.system.Timings;
import org.pigenny.core.time.ScaledTime;
import org.pigenny.core.time.SystemTime;

/**
 * A whole core with its database, a simulated inverter on a serial line and the real relay server in a process of its own,
 * on a plant clock that hurries, and everything that can go wrong.
 */
final class DayOfFaults implements AutoCloseable {
    static final List<String> SERVICES = List.of("system", "config", "device", "control", "logging");
    private static final Origin TESTER = new Origin("tester");
    private static final double WH_PER_PERCENT = 96.1;
    private static final double SOC_AT_START = 45;
    private static final Instant START = Instant.parse("2026-01-05T06:00:00Z");
    private static final Timings TIMINGS = new Timings(Duration.ofMillis(1), Duration.ofMillis(50),
            Duration.ofMillis(50), Duration.ofSeconds(10), Duration.ofMillis(20), Duration.ofMillis(20),
            Duration.ofMillis(100), Duration.ofSeconds(5), Duration.ofMillis(200), 3, Duration.ofSeconds(5), 6,
            Duration.ofMinutes(1), Duration.ofSeconds(10), Duration.ofMillis(5), Duration.ofSeconds(4),
            Duration.ofSeconds(8));

    final List<String> done = new ArrayList<>();
    final DayWatch watch = new DayWatch();
    private final Path home;
    private final double speed;
    private final Random random;
    private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);
    private final SteppedTime real = new SteppedTime(new SystemTime(), offset);
    private final SteppedTime plant;
    private final DayParts parts = new DayParts(watch::commanded);
    private final RelayObserver charger;
    private final SimulatedInverter inverter;
    private final BatteryModel battery;
    private final CountDownLatch never = new CountDownLatch(1);
    private RelayServer server;
    CoreProcess core;

    DayOfFaults(Path home, double speed, long seed) throws IOException {
        this.home = home;
        this.speed = speed;
        random = new Random(seed);
        plant = new SteppedTime(new ScaledTime(new SystemTime(), speed, START), offset);
        server = RelayServer.start(home.resolve("olimex"), 0, sequence());
        charger = new RelayObserver(new java.net.InetSocketAddress(java.net.InetAddress.getLoopbackAddress(),
                server.port()), new SystemTime(), Charger.USUAL_WATTS);
        battery = new BatteryModel(plant, ZoneOffset.UTC, House.RECORDED, charger, SOC_AT_START, WH_PER_PERCENT);
        inverter = SimulatedInverter.start(battery);
        core = start();
    }

    /** The server's durations (relay-server.md 2), hurried. */
    private String[] sequence() {
        Map<String, Double> seconds = new TreeMap<>(Map.ofEntries(Map.entry("reset_s", 1.0),
                Map.entry("ignition_s", 0.5), Map.entry("crank_s", 10.0), Map.entry("glow_crank_s", 2.0),
                Map.entry("verify_s", 4.0), Map.entry("rest_s", 15.0), Map.entry("warmup_s", 60.0),
                Map.entry("stabilise_s", 20.0), Map.entry("cooldown_s", 180.0), Map.entry("stop_timeout_s", 60.0),
                Map.entry("max_run_s", 14_400.0), Map.entry("fires_after_s", 2.0)));
        return seconds.entrySet()
                .stream()
                .map(entry -> String.format(Locale.ROOT, "%s=%.6f", entry.getKey(), entry.getValue() / speed))
                .toArray(String[]::new);
    }

    private CoreProcess start() throws IOException {
        Map<String, String> settings = new TreeMap<>(Map.of("health.ports", "0,0,0,0,0", "health.service_gap_s", "0.02",
                "health.first_probe_s", "0.05", "admin.port", "0", "inverter.connection", "serial", "inverter.port",
                inverter.portPath(), "relay.host", "127.0.0.1", "relay.port", String.valueOf(server.port()),
                "site.time_zone", "UTC", "generator.charge_proof.wh_per_soc_pct", String.valueOf(WH_PER_PERCENT)));
        CoreOptions base = CoreOptions.ofProcess();
        CoreProcess made = CoreProcess.start(new CoreOptions(Home.under(home), base.settingsFile(), Map.of(), settings,
                plant, real, TIMINGS, parts, code -> watch.violations.add("the process ended with " + code),
                base.screen()));
        made.subscribe(watch::looked);
        made.onTick(report -> watch.ticked(report.tickMicros()));
        return made;
    }

    double hours() {
        return plant.nanos() / 3.6e12;
    }

    double soc() {
        return battery.socPercent();
    }

    /** Lets the plant live for so many of its hours. */
    void live(double hours) throws InterruptedException {
        pause((long) (hours * 3.6e6 / speed));
    }

    private void pause(long millis) throws InterruptedException {
        if (never.await(millis, TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("never is now");
        }
    }

    /** One fault, and what a family would do about it now and then. */
    void fault() throws IOException, InterruptedException {
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> plantOne(SERVICES.get(random.nextInt(SERVICES.size())));
            case 3 -> garbage();
            case 4 -> killServer();
            case 5 -> step(random.nextBoolean() ? Duration.ofHours(1) : Duration.ofHours(-1));
            case 6 -> damage();
            case 7 -> settings();
            case 8, 9 -> command();
            case 10 -> restart();
            default -> badFile();
        }
    }

    private void plantOne(String service) throws InterruptedException {
        Manner manner = List.of(Manner.THROW, Manner.HANG, Manner.DEADLOCK).get(random.nextInt(3));
        note(manner + " in " + service);
        parts.planted.plant(service, manner);
        pause(5_000 + random.nextInt(4_000));
        parts.planted.plant(service, Manner.LIVE);
    }

    private void garbage() throws InterruptedException {
        note("garbage on the bus");
        inverter.garbage(true);
        pause(1_000 + random.nextInt(6_000));
        inverter.garbage(false);
    }

    private void killServer() throws IOException, InterruptedException {
        note("the relay server is killed");
        server.close();
        pause(random.nextInt(4_000));
        server = RelayServer.start(home.resolve("olimex"), server.port(), sequence());
    }

    private void step(Duration by) {
        note("the clock is set by " + by);
        offset.updateAndGet(now -> now.plus(by));
    }

    private void damage() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : List.of("state", "data/state", "data/settings")) {
            Path place = home.resolve(folder);
            if (Files.isDirectory(place)) {
                try (Stream<Path> found = Files.list(place)) {
                    found.filter(file -> file.toString().endsWith(".json"))
                            .filter(file -> !file.endsWith("safe_mode_override.json"))
                            .forEach(files::add);
                }
            }
        }
        if (!files.isEmpty()) {
            Path file = files.get(random.nextInt(files.size()));
            note("damaged " + home.relativize(file));
            Files.write(file, new byte[]{0, '{', (byte) 0xff, 1});
        }
    }

    private void settings() {
        note("settings");
        if (random.nextInt(3) == 0 && core.settings().versions().size() > 1) {
            core.settings().rollBack(core.settings().versions().get(1).id(), TESTER);
        } else {
            core.settings()
                    .change(Map.of("generator.soc.start", String.valueOf(35 + random.nextInt(20)),
                            "logging.retention_days", String.valueOf(7 + random.nextInt(3))), TESTER);
        }
        Outcome wrong = core.settings().change(Map.of("generator.soc.start", "400"), TESTER);
        if (wrong instanceof Outcome.Accepted) {
            watch.violations.add("400 % was accepted");
        }
    }

    private void badFile() throws IOException {
        note("a settings file edited by hand");
        Path file = Files.createDirectories(home.resolve("settings")).resolve("settings.toml");
        Files.writeString(file, random.nextBoolean() ? "[generator.soc]\nstart = 410\n" : "[generator\n");
        if (random.nextBoolean()) {
            Files.writeString(file, "[generator.soc]\nstop = 82\n");
        }
    }

    private void command() {
        Command command = List.of(new Command.StartUntilAuto(), new Command.StartFor(Duration.ofMinutes(40)),
                new Command.Stop(), new Command.Reset(), new Command.EndHold(), new Command.ClearSafeMode(),
                new Command.ServiceMode(true), new Command.ServiceMode(false), new Command.EmergencyStop())
                .get(random.nextInt(9));
        note(command.toString());
        core.submit(command, TESTER);
    }

    private void restart() throws IOException {
        note("the core restarts");
        core.close();
        core = start();
    }

    private void note(String what) {
        done.add(String.format(Locale.ROOT, "%.2f h %s", hours(), what));
    }

    /** Everything that a person would do in the evening. */
    void mend() throws IOException {
        SERVICES.forEach(service -> parts.planted.plant(service, Manner.LIVE));
        inverter.garbage(false);
        Files.deleteIfExists(home.resolve("settings/settings.toml"));
        CoreBench.await(() -> core.snapshot().services().stream().filter(CoreBench::healthy).count() == 5,
                () -> "five healthy services, but " + core.snapshot().services(), Duration.ofMinutes(2));
        for (Command command : List.of(new Command.ClearSafeMode(), new Command.ServiceMode(false), new Command.Stop(),
                new Command.Reset(), new Command.EndHold())) {
            core.submit(command, TESTER);
        }
    }

    int port(String service) {
        return Objects.requireNonNull(core.healthPorts().get(service));
    }

    void log(Path file, String line) throws IOException {
        Files.writeString(file, line + "\n", StandardCharsets.UTF_8, StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    @Override
    public void close() {
        core.close();
        inverter.close();
        charger.close();
        server.close();
        watch.close();
    }
}
