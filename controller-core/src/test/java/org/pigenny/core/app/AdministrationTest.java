// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pigenny.core.app.reboot.RebootCommand;
import org.pigenny.core.json.Json;
import org.pigenny.core.model.settings.AdminSettings;

/** Local administration over HTTP: what it is asked, by whom it is heard, and where it listens. */
final class AdministrationTest {
    @TempDir
    Path home;

    private String token() throws IOException {
        return Files.readString(home.resolve("data/admin.token")).strip();
    }

    private HttpResponse<String> ask(CoreBench bench, String method, String path, String body)
            throws IOException, InterruptedException {
        return bench.admin(method, path, token(), body);
    }

    @Test
    void it_answers_status_health_commands_settings_and_the_audit_log() throws Exception {
        try (CoreBench bench = new CoreBench(home)) {
            bench.awaitHealthy();
            for (String path : List.of("/api/status", "/api/health")) {
                String answer = ask(bench, "GET", path, "").body();
                assertTrue(answer.contains("\"generator_state\"") && answer.contains("\"services\""), answer);
            }
            assertTrue(ask(bench, "GET", "/api/settings", "").body().contains("generator.soc.start"));
            assertEquals(200, ask(bench, "POST", "/api/commands", "{\"command\":\"stop\"}").statusCode());
            assertEquals(409, ask(bench, "POST", "/api/commands", "{\"command\":\"end_hold\"}").statusCode());
            assertEquals(400, ask(bench, "POST", "/api/commands", "{\"command\":\"fly\"}").statusCode());
            assertEquals(200, ask(bench, "POST", "/api/settings", "{\"generator.soc.start\":41}").statusCode());
            String versions = ask(bench, "GET", "/api/settings/versions", "").body();
            assertTrue(versions.contains("generator.soc.start 40 → 41"), versions);
            String first = versions.replaceAll("(?s).*\"id\":\"([^\"]+)\".*", "$1");
            assertEquals(200, ask(bench, "POST", "/api/settings/rollback", Json.line(Json.object("version", first)))
                    .statusCode());
            assertEquals(40, bench.core.snapshot().settings().generator().soc().start());
            CoreBench.await(() -> audit(bench).contains("roll back"), () -> audit(bench));
            assertTrue(audit(bench).contains("\"who\":\"http 127.0.0.1\""), audit(bench));
        }
    }

    private String audit(CoreBench bench) {
        return CoreBench.said(() -> ask(bench, "GET", "/api/audit", "").body());
    }

    @Test
    void whoever_guesses_ten_times_is_not_heard_for_a_while_even_with_the_right_token() throws Exception {
        try (CoreBench bench = new CoreBench(home)) {
            for (int i = 0; i < 10; i++) {
                assertEquals(401, bench.admin("GET", "/api/status", "guess" + i, "").statusCode());
            }
            assertEquals(429, bench.admin("GET", "/api/status", "guess", "").statusCode());
            assertEquals(429, ask(bench, "GET", "/api/status", "").statusCode());
        }
    }

    @Test
    void a_reboot_takes_the_typed_word_here_too() throws Exception {
        Path program = Files.writeString(home.resolve("stand-in"), "#!/bin/sh\ntouch " + home.resolve("asked") + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        try (CoreBench bench = new CoreBench(home, options -> options
                .withEnvironment(Map.of(RebootCommand.VARIABLE, program.toString())))) {
            bench.awaitHealthy();
            assertEquals(409, ask(bench, "POST", "/api/reboot", "{}").statusCode());
            assertEquals(409, ask(bench, "POST", "/api/commands", "{\"command\":\"reboot\"}").statusCode());
            assertFalse(Files.exists(home.resolve("asked")));
            assertEquals(200, ask(bench, "POST", "/api/reboot", "{\"confirm\":\"REBOOT\"}").statusCode());
            assertTrue(Files.exists(home.resolve("asked")));
        }
    }

    @Test
    void it_and_the_health_ports_listen_on_loopback_alone() throws IOException {
        assertEquals("127.0.0.1", AdminSettings.defaults().listen());
        try (CoreBench bench = new CoreBench(home)) {
            bench.awaitHealthy();
            Optional<InetAddress> other = NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLoopbackAddress() && address.getAddress().length == 4)
                    .findFirst();
            org.junit.jupiter.api.Assumptions.assumeTrue(other.isPresent(), "this machine has no other address");
            for (int port : List.of(bench.core.adminPort(), bench.port("control"), bench.port("system"))) {
                try (Socket socket = new Socket()) {
                    assertThrows(ConnectException.class,
                            () -> socket.connect(new InetSocketAddress(other.get(), port), 2000));
                }
            }
        }
    }

    @Test
    void switched_off_it_is_closed() {
        try (CoreBench bench = new CoreBench(home,
                options -> options.withOverrides(Map.of("admin.enabled", "false")))) {
            bench.awaitHealthy();
            assertEquals(0, bench.core.adminPort());
            assertFalse(Files.exists(home.resolve("data/admin.token")));
        }
    }
}
