// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.system;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.json.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The loopback port of one service. Outlives the service, so that it can tell when the service is gone. */
final class HealthPort implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HealthPort.class);
    private static final int BACKLOG = 16;

    /** What an HTTP request is answered. */
    record Answer(int status, Map<String, @Nullable Object> body) {}

    private final int wanted;
    private final Supplier<Answer> health;
    private final List<Page> pages;
    private @Nullable HttpServer server;
    private @Nullable ExecutorService threads;

    /** @param wanted 0 takes a free port */
    HealthPort(int wanted, Supplier<Answer> health, List<Page> pages) {
        this.wanted = wanted;
        this.health = health;
        this.pages = pages;
    }

    /** @throws IOException when the port is taken */
    synchronized void open() throws IOException {
        if (server != null) {
            return;
        }
        HttpServer made = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), BACKLOG);
        made.createContext("/", exchange -> reply(exchange, this::answer));
        ExecutorService perRequest = Executors.newVirtualThreadPerTaskExecutor();
        made.setExecutor(perRequest);
        made.start();
        server = made;
        threads = perRequest;
    }

    /** The port it listens on; 0 while it does not. */
    synchronized int port() {
        HttpServer open = server;
        return open == null ? 0 : open.getAddress().getPort();
    }

    private Answer answer(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        String method = exchange.getRequestMethod();
        if (path.equals("/health") && method.equals("GET")) {
            return health.get();
        }
        boolean known = path.equals("/health");
        for (Page page : pages) {
            if (page.path().equals(path)) {
                if (page.method().equals(method)) {
                    return new Answer(200, page.answer().get());
                }
                known = true;
            }
        }
        return known
                ? new Answer(405, Json.object("error", method + " is not for " + path))
                : new Answer(404, Json.object("error", "there is no " + path));
    }

    private static void reply(HttpExchange exchange, java.util.function.Function<HttpExchange, Answer> answering)
            throws IOException {
        try (exchange) {
            Answer answer = safely(exchange, answering);
            byte[] body = (Json.line(answer.body()) + "\n").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            boolean headOnly = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(answer.status(), headOnly ? -1 : body.length);
            if (!headOnly) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private static Answer safely(HttpExchange exchange, java.util.function.Function<HttpExchange, Answer> answering) {
        try {
            return answering.apply(exchange);
        } catch (RuntimeException e) {
            LOG.error("[ERROR] {} failed", exchange.getRequestURI(), e);
            return new Answer(500, Json.object("error", e.toString()));
        }
    }

    @Override
    public synchronized void close() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
        if (threads != null) {
            threads.shutdownNow();
            threads = null;
        }
    }
}
