// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.system;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.pigenny.core.json.Json;

/** Asks a health port as anybody would: good is 200 and the status healthy, in time. */
final class HttpProbe {
    private static final int MOST_BYTES = 100_000;

    private HttpProbe() {}

    static CompletableFuture<Health> look(int port, Duration timeout) {
        CompletableFuture<Health> answer = new CompletableFuture<>();
        Thread.ofVirtual().name("probe-" + port).start(() -> answer.complete(ask(port, timeout)));
        return answer.completeOnTimeout(Health.bad("no answer within " + timeout.toMillis() + " ms"),
                timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static Health ask(int port, Duration timeout) {
        try {
            HttpURLConnection connection = (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/health")
                    .toURL()
                    .openConnection(java.net.Proxy.NO_PROXY);
            connection.setConnectTimeout((int) timeout.toMillis());
            connection.setReadTimeout((int) timeout.toMillis());
            connection.setRequestProperty("Connection", "close");
            try {
                return judge(connection);
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return Health.bad("no answer at port " + port + ": " + e.getMessage());
        }
    }

    private static Health judge(HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        Optional<InputStream> stream = Optional
                .ofNullable(status < 400 ? connection.getInputStream() : connection.getErrorStream());
        String body = "";
        if (stream.isPresent()) {
            try (InputStream in = stream.get()) {
                body = new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
            }
        }
        var fields = Json.readObject(body);
        Object said = fields.map(map -> map.get("status")).orElse("no JSON");
        if (status == 200 && "healthy".equals(said)) {
            return Health.GOOD;
        }
        Object detail = fields.map(map -> map.get("detail")).orElse("");
        return Health.bad("health answered " + status + " " + said + (detail.equals("") ? "" : ": " + detail));
    }
}
