// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pigenny.core.api.Workshop;
import org.pigenny.core.app.diag.Diagnosis;
import org.pigenny.core.app.diag.Finding;
import org.pigenny.core.json.Json;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Outcome;
import org.pigenny.core.time.SystemTime;

final class PlatformPagesTest {
    @TempDir
    Path home;

    @Test
    void a_change_is_acknowledged_by_all_three_and_a_version_is_kept() throws Exception {
        try (CoreBench bench = new CoreBench(home)) {
            bench.awaitHealthy();
            String before = String.valueOf(bench.get("config", "/health").get("config_version"));
            Outcome outcome = bench.core.settings()
                    .change(Map.of("generator.soc.start", "42", "logging.retention_days",
                            "9", "relay.port", "9998"), Origin.SCREEN);
            assertTrue(outcome instanceof Outcome.Accepted, outcome::toString);
            bench.await("device and logging are rebuilt",
                    now -> bench.parts.inverterLives.get() == 2 && bench.parts.logLives.get() == 2);
            Path status = home.resolve("state/config_status.json");
            CoreBench.await(() -> read(status).contains("\"config_changed\" : false")
                    && !read(status).contains("\"acknowledged_at\" : null"), () -> read(status));
            bench.awaitHealthy();
            assertEquals(0, bench.core.snapshot().services().stream().mapToInt(s -> s.restarts()).sum());
            assertFalse(String.valueOf(bench.get("config", "/health").get("config_version")).equals(before));
            assertEquals(2, bench.core.settings().versions().size());
            assertEquals(42, bench.core.snapshot().settings().generator().soc().start());
        }
    }

    @Test
    void a_file_edited_by_hand_is_taken_without_a_restart_and_sync_takes_it_at_once() throws Exception {
        Path file = Files.createDirectories(home.resolve("settings")).resolve("settings.toml");
        try (CoreBench bench = new CoreBench(home)) {
            bench.awaitHealthy();
            Files.writeString(file, "[generator.soc]\nstart = 37\n");
            Map<String, @Nullable Object> answer = Json
                    .readObject(bench.http("config", "/sync", "POST").body())
                    .orElseThrow();
            assertEquals(true, answer.get("success"));
            assertEquals(37, bench.core.snapshot().settings().generator().soc().start());
            Files.writeString(file, "[generator.soc]\nstart = 370\n");
            bench.await("the refusal is told", now -> now.newest()
                    .stream()
                    .anyMatch(event -> Words.english(event.text()).contains("start = 370 is not allowed")));
            assertEquals(37, bench.core.snapshot().settings().generator().soc().start());
        }
    }

    @Test
    void the_administration_opens_with_the_token_alone() throws Exception {
        try (CoreBench bench = new CoreBench(home)) {
            bench.awaitHealthy();
            Path file = home.resolve("data/admin.token");
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            String token = Files.readString(file).strip();
            assertEquals(401, bench.admin("GET", "/api/status", "", "").statusCode());
            assertEquals(401, bench.admin("GET", "/api/status", token + "x", "").statusCode());
            assertEquals(200, bench.admin("GET", "/api/status", token, "").statusCode());
            assertEquals(404, bench.admin("GET", "/api/none", token, "").statusCode());
            assertEquals(200,
                    bench.admin("POST", "/api/settings", token, "{\"generator.soc.start\":41}").statusCode());
            assertEquals(409,
                    bench.admin("POST", "/api/settings", token, "{\"generator.soc.start\":410}").statusCode());
            assertEquals(400, bench.admin("POST", "/api/commands", token, "{\"command\":\"fly\"}").statusCode());
            CoreBench.await(() -> read(home.resolve("data/audit.jsonl")).lines().count() == 2,
                    () -> read(home.resolve("data/audit.jsonl")));
            String audit = bench.admin("GET", "/api/audit", token, "").body();
            assertTrue(audit.contains("http 127.0.0.1") && audit.contains("410"), audit);
        }
    }

    @Test
    void the_heartbeat_carries_the_fields_of_the_contract_and_safe_mode() {
        try (CoreBench bench = new CoreBench(home)) {
            bench.awaitHealthy();
            Path file = home.resolve("logs/heartbeat.jsonl");
            CoreBench.await(() -> read(file).contains("\n"), () -> read(file));
            Map<String, @Nullable Object> beat = Json.readObject(read(file).lines().findFirst().orElseThrow())
                    .orElseThrow();
            assertTrue(beat.keySet()
                    .containsAll(List.of("controller_id", "firmware_version", "uptime_seconds",
                            "cpu_usage_pct", "memory_usage_pct", "disk_usage_pct", "control_loop_status", "last_error",
                            "active_alarms_count", "safe_mode_active", "metadata")),
                    beat::toString);
        }
    }

    @Test
    void the_fourteen_steps_are_asked_of_a_living_core_and_the_bundle_holds_no_secret() throws IOException {
        try (CoreBench bench = new CoreBench(home)) {
            bench.awaitHealthy();
            CoreBench.await(
                    () -> read(home.resolve("state/service_health.json"))
                            .contains("\"is_healthy\" : true,\n    \"safe_mode_active\"")
                            && Files.exists(home.resolve("state/config_status.json"))
                            && read(home.resolve("state/heartbeat.json")).matches("(?s).*\"age_s\" : \\d.*"),
                    () -> "state files");
            plantSecrets();
            List<Finding> findings = new Diagnosis(Home.under(home), new SystemTime()).run(finding -> {});
            assertEquals(14, findings.size());
            for (Finding finding : findings) {
                assertFalse(finding.title().isBlank() || finding.asked().isBlank() || finding.answer().isBlank(),
                        finding::toString);
            }
            for (int step : new int[]{1, 3, 4, 6, 9, 13}) {
                assertEquals(Finding.Verdict.OK, findings.get(step - 1).verdict(),
                        () -> findings.get(step - 1).toString());
            }
            assertEquals(findings.stream().map(Finding::title).toList(),
                    bench.core.workshop().orElseThrow().checks().stream().map(Workshop.Check::name).toList(),
                    "the screen runs the same steps");
            Path bundle = bench.core.workshop().orElseThrow().bundle(home.resolve("out"));
            String token = Files.readString(home.resolve("data/admin.token")).strip();
            try (ZipFile zip = new ZipFile(bundle.toFile())) {
                assertTrue(zip.stream().anyMatch(entry -> entry.getName().equals("state/control_state.json")));
                for (var entry : zip.stream().toList()) {
                    String text = new String(zip.getInputStream(entry).readAllBytes(),
                            java.nio.charset.StandardCharsets.UTF_8);
                    assertFalse(text.contains(token) || text.contains("hush"), entry.getName() + ": " + text);
                }
            }
        }
    }

    /** Wherever one may stand: each contains the word that is looked for afterwards. */
    private void plantSecrets() throws IOException {
        Path settings = Files.createDirectories(home.resolve("settings"));
        Files.writeString(settings.resolve("relay.key"), "hush-key-of-the-relay\n");
        Files.writeString(settings.resolve("settings.toml"), """
                # password = hush one, two words
                # api_key: "hush \\" two"
                # Authorization: Bearer hush-three
                # mqtt://user:hush4@127.0.0.1/
                # the key is hush-key-of-the-relay
                """);
        Files.writeString(home.resolve("state/notes.json"), "{\"wifi_passphrase\": \"hush five\", \"x\": 1}");
        Files.writeString(Files.createDirectories(home.resolve("data/state")).resolve("notes.json"),
                "{\"k\": \"-----BEGIN OPENSSH PRIVATE KEY-----\nhush\n-----END OPENSSH PRIVATE KEY-----\"}");
        Files.writeString(Files.createDirectories(home.resolve("data/settings")).resolve("v_notes.json"),
                "{'secret': 'hush six'}");
    }

    @Test
    void the_steps_are_asked_of_a_dead_core_too() {
        List<Finding> findings = new Diagnosis(Home.under(home), new SystemTime()).run(finding -> {});
        assertEquals(14, findings.size());
        assertEquals(Finding.Verdict.FAILED, findings.get(2).verdict());
        assertTrue(findings.get(2).answer().contains("no answer"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }
}
