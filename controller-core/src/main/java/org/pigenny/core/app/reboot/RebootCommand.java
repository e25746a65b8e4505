// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.reboot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The program that reboots the computer, `systemctl reboot` unless the environment names another one in
 * {@value #VARIABLE}. It is no setting: whoever may change settings must not thereby run programs.
 *
 * @param words program and arguments
 */
public record RebootCommand(List<String> words) {
    public static final String VARIABLE = "PIGENNY_REBOOT_COMMAND";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MOST_TEXT = 300;

    public RebootCommand {
        words = List.copyOf(words);
    }

    public static RebootCommand of(Map<String, String> environment) {
        String named = environment.getOrDefault(VARIABLE, "").strip();
        return new RebootCommand(named.isEmpty() ? List.of("systemctl", "reboot") : List.of(named.split("\\s+")));
    }

    /** Runs it; empty when it took the order, else what went wrong. */
    Optional<String> run() throws InterruptedException {
        try {
            Path output = Files.createTempFile("pigenny-reboot", ".txt");
            try {
                Process process = new ProcessBuilder(words).redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
                return ended(process, output);
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private Optional<String> ended(Process process, Path output) throws IOException, InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return Optional.of(words.getFirst() + " did not end within " + PATIENCE.toSeconds() + " s");
        }
        if (process.exitValue() == 0) {
            return Optional.empty();
        }
        String said = Files.readString(output, StandardCharsets.ISO_8859_1).strip();
        return Optional.of(words.getFirst() + " ended with " + process.exitValue() + " "
                + said.substring(0, Math.min(MOST_TEXT, said.length())));
    }
}
