// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.diag;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** How the steps ask: pages, programs, files. Nothing here throws; what cannot be asked is empty. */
final class Tools {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST_TEXT = 20_000;

    private Tools() {}

    static Optional<String> page(long port, String path) {
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpResponse<String> answer = client.send(HttpRequest
                    .newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .timeout(PATIENCE)
                    .build(),
                    HttpResponse.BodyHandlers.ofString());
            return Optional.of(answer.statusCode() + " " + shorter(answer.body().strip()));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Output of a program with exit code 0, or empty when there is none such here. */
    static Optional<String> run(String... command) {
        try {
            Path output = Files.createTempFile("pigenny-diag", ".txt");
            try {
                Process process = new ProcessBuilder(List.of(command)).redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
                if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    return Optional.empty();
                }
                return process.exitValue() == 0
                        ? Optional.of(shorter(Files.readString(output, StandardCharsets.ISO_8859_1)))
                        : Optional.empty();
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    static Optional<String> file(Path file) {
        try {
            return Optional.of(shorter(Files.readString(file)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String shorter(String text) {
        return text.length() <= MOST_TEXT ? text : text.substring(0, MOST_TEXT) + "…";
    }
}
