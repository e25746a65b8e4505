// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pigenny.core.api.Core;
import org.pigenny.core.api.CoreSnapshot;
import org.pigenny.core.api.History;
import org.pigenny.core.app.cli.PigennyCli;
import org.pigenny.core.app.demo.DemoPlant;
import org.pigenny.core.app.diag.Bundle;
import org.pigenny.core.model.Command;
import org.pigenny.core.model.GeneratorState;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Outcome;
import org.pigenny.core.model.Quantity;
import org.pigenny.core.model.Why;
import org.pigenny.core.time.SystemTime;
import picocli.CommandLine;

/**
 * A stretch with everything real but the plant: the core process, its records, the relay server in a process of its own, the simulated
 * inverter on a serial line. It is recorded, asked about afterwards, decided again by the command that a person would type, and bundled.
 */
final class RecordedStretchTest {
    private static final double SPEED = 60;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String PIN = "salted-hash-of-a-pin";
    private static final String KEY = "a-key-of-the-relay-server";
    private static final String PASSWORD = "never-to-be-seen";

    @TempDir
    Path home;

    @Test
    void a_recorded_stretch_is_decided_again_its_whys_are_kept_and_the_bundle_holds_it_without_a_secret()
            throws Exception {
        Path settings = Files.createDirectories(home.resolve("settings")).resolve("settings.toml");
        Files.writeString(settings, "# password = " + PASSWORD + "\n[logging]\nrecord_decisions = true\n");
        Files.writeString(Files.createDirectories(home.resolve("kiosk")).resolve("pin"), PIN);
        Files.writeString(home.resolve("settings/relay.key"), KEY);
        Seen seen;
        String token;
        try (DemoPlant plant = DemoPlant.start(options(), Optional.of(SPEED), Optional.empty());
                CoreProcess core = CoreProcess.start(plant.options())) {
            seen = stretch(core);
            token = Files.readString(home.resolve("data/admin.token")).strip();
        }
        List<Path> files = recordings();
        String lines = read(files);
        assertTrue(lines.contains("StartUntilStopped"), "no request of a person was recorded");
        StringWriter said = new StringWriter();
        assertEquals(0, pigenny(said, files), said.toString());
        assertTrue(said.toString().contains("every decision came out the same"), said.toString());
        assertTrue(decisions(said.toString()) > 30, said.toString());
        assertEquals(seen.whySaid(), seen.whyKept(), "the why of the past moment is the one that was in force");
        bundleHoldsNoSecret(files, List.of(PIN, PASSWORD, KEY, token));
    }

    /**
     * @param whySaid decided when the engine was off again
     * @param whyKept what the history answers for that moment afterwards
     */
    private record Seen(Why whySaid, Why whyKept) {}

    private static Seen stretch(CoreProcess core) throws Exception {
        CompletableFuture<CoreSnapshot> ended = new CompletableFuture<>();
        AtomicReference<GeneratorState> before = new AtomicReference<>(GeneratorState.UNKNOWN);
        Core.Subscription watching = core.subscribe(now -> {
            GeneratorState state = now.control().state();
            if (state == GeneratorState.IDLE && before.get() == GeneratorState.STOPPING) {
                ended.complete(now);
            }
            before.set(state);
        });
        try {
            CoreBench.await(() -> core.snapshot().inverter().reading(Quantity.SOC).isPresent()
                    && core.snapshot().engine().isPresent()
                    && core.snapshot().services().stream().allMatch(CoreBench::healthy),
                    () -> core.snapshot().toString(), PATIENCE);
            CoreBench.await(() -> core.submit(new Command.StartUntilStopped(),
                    Origin.SCREEN) instanceof Outcome.Accepted, () -> core.snapshot().control().toString(), PATIENCE);
            CoreBench.await(() -> core.snapshot().control().state() == GeneratorState.RUNNING,
                    () -> core.snapshot().control().toString(), PATIENCE);
            core.submit(new Command.Stop(), Origin.SCREEN);
            CoreSnapshot off = ended.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            Instant then = off.wall();
            CoreBench.await(() -> core.snapshot().wall().isAfter(then.plus(Duration.ofMinutes(3))),
                    () -> "time stands", PATIENCE);
            History.Moment moment = core.history().moment(then.plusSeconds(1)).orElseThrow();
            assertTrue(moment.values().containsKey(Quantity.SOC), moment.toString());
            assertEquals(1, core.history().runs(10).size());
            return new Seen(off.control().why(), moment.why().orElseThrow());
        } finally {
            watching.close();
        }
    }

    private CoreOptions options() {
        SystemTime time = new SystemTime();
        return new CoreOptions(Home.under(home), Optional.empty(), Map.of(),
                Map.of("health.ports", "0,0,0,0,0", "admin.port", "0"), time, time, CoreBench.QUICK, new RealParts(),
                code -> {}, Optional.empty());
    }

    private List<Path> recordings() throws IOException {
        try (var files = Files.list(home.resolve("data/recordings"))) {
            return files.sorted().toList();
        }
    }

    private static String read(List<Path> files) throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path file : files) {
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
                all.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }

    private static int pigenny(StringWriter said, List<Path> files) {
        CommandLine line = PigennyCli.commandLine();
        line.setOut(new PrintWriter(said, true));
        line.setErr(new PrintWriter(said, true));
        List<String> words = new ArrayList<>(List.of("replay-decisions"));
        files.forEach(file -> words.add(file.toString()));
        return line.execute(words.toArray(String[]::new));
    }

    private static int decisions(String said) {
        return Integer.parseInt(said.substring(0, said.indexOf(' ')));
    }

    private void bundleHoldsNoSecret(List<Path> recorded, List<String> secrets) throws IOException {
        Path bundle = Bundle.write(home.resolve("out"), Home.under(home), List.of(),
                Instant.parse("2026-01-31T10:00:00Z"));
        Map<String, byte[]> entries = new TreeMap<>();
        try (ZipFile zip = new ZipFile(bundle.toFile())) {
            for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
                entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        Path newest = recorded.getLast();
        byte[] kept = entries.get("records/recordings/" + newest.getFileName());
        assertTrue(kept != null && kept.length == Files.size(newest), entries.keySet().toString());
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
            String text = entry.getKey().endsWith(".gz")
                    ? new String(new GZIPInputStream(new ByteArrayInputStream(entry.getValue())).readAllBytes(),
                            StandardCharsets.UTF_8)
                    : new String(entry.getValue(), StandardCharsets.UTF_8);
            for (String secret : secrets) {
                assertFalse(text.contains(secret), entry.getKey() + " holds " + secret);
            }
        }
    }
}
