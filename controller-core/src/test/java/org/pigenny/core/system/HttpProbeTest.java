// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HttpProbeTest {
    private static final Duration GENEROUS = Duration.ofSeconds(30);

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"200|{\"status\":\"healthy\"}|true", "200|{\"status\":\"degraded\"}|false",
        "200|{\"status\":\"running\"}|false", "200|healthy|false", "503|{\"status\":\"healthy\"}|false",
        "500||false"})
    void only_200_with_the_status_healthy_is_good(int status, String body, boolean good) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        server.createContext("/health", exchange -> {
            byte[] bytes = (body == null ? "" : body).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        try {
            assertEquals(good, HttpProbe.look(server.getAddress().getPort(), GENEROUS).join().healthy());
        } finally {
            server.stop(0);
        }
    }

    @Test
    void a_port_that_accepts_but_never_answers_is_a_failure_in_time() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Health health = HttpProbe.look(silent.getLocalPort(), Duration.ofMillis(200)).join();
            assertFalse(health.healthy());
        }
    }

    @Test
    void a_closed_port_is_a_failure_that_names_it() throws IOException {
        int port;
        try (ServerSocket closing = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            port = closing.getLocalPort();
        }
        Health health = HttpProbe.look(port, GENEROUS).join();
        assertTrue(health.detail().contains(Integer.toString(port)), health.detail());
    }
}
