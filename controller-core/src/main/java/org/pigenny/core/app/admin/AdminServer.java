// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.admin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.json.Json;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.settings.AdminSettings;
import org.pigenny.core.time.TimeSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** HTTP for local tools: loopback unless a person says otherwise, nothing without the token. */
public final class AdminServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AdminServer.class);
    private static final int BACKLOG = 16;
    private static final int MOST_BYTES = 65_536;

    private final AdminSettings settings;
    private final Path tokenFile;
    private final AdminPages pages;
    private final Guesses guesses;
    private @Nullable HttpServer server;
    private @Nullable ExecutorService threads;

    /** @param real counts wrong tokens by the minute */
    public AdminServer(AdminSettings settings, Path tokenFile, AdminPages pages, TimeSource real) {
        this.guesses = new Guesses(real);
        this.settings = settings;
        this.tokenFile = tokenFile;
        this.pages = pages;
    }

    /** @throws IOException with words for a person, when the address is taken or there can be no token */
    public void open() throws IOException {
        if (!settings.enabled()) {
            return;
        }
        AdminToken token = AdminToken.of(tokenFile);
        HttpServer made = HttpServer.create(new InetSocketAddress(settings.listen(), settings.port()), BACKLOG);
        made.createContext("/", exchange -> handle(exchange, token));
        ExecutorService perRequest = Executors.newVirtualThreadPerTaskExecutor();
        made.setExecutor(perRequest);
        made.start();
        server = made;
        threads = perRequest;
    }

    /** 0 while it is closed. */
    public int port() {
        HttpServer open = server;
        return open == null ? 0 : open.getAddress().getPort();
    }

    private void handle(HttpExchange exchange, AdminToken token) throws IOException {
        try (exchange) {
            AdminPages.Answer answer = answer(exchange, token);
            byte[] body = (Json.line(answer.body()) + "\n").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private AdminPages.Answer answer(HttpExchange exchange, AdminToken token) throws IOException {
        InetAddress from = exchange.getRemoteAddress().getAddress();
        if (guesses.tooMany(from)) {
            return new AdminPages.Answer(429, Json.object("error", "too many wrong tokens; wait a minute"));
        }
        if (!token.opens(exchange.getRequestHeaders().getFirst("Authorization"))) {
            LOG.warn("[ERROR] An administration request without the token came from {}{}", exchange.getRemoteAddress(),
                    guesses.wrong(from) ? "; further ones from there are not heard for a minute" : "");
            return new AdminPages.Answer(401, Json.object("error", "the token is missing or wrong"));
        }
        byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            return new AdminPages.Answer(413, Json.object("error", "too long"));
        }
        Origin who = new Origin("http " + exchange.getRemoteAddress().getAddress().getHostAddress());
        Map<String, @Nullable Object> request = Json.readObject(new String(body, StandardCharsets.UTF_8))
                .orElse(Map.of());
        try {
            return pages.answer(exchange.getRequestMethod(), exchange.getRequestURI().getPath(), request, who);
        } catch (RuntimeException e) {
            LOG.error("[ERROR] {} failed", exchange.getRequestURI(), e);
            return new AdminPages.Answer(500, Json.object("error", e.toString()));
        }
    }

    @Override
    public void close() {
        if (server != null) {
            server.stop(0);
        }
        if (threads != null) {
            threads.shutdownNow();
        }
    }
}
