// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.diag;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.pigenny.core.app.Home;

/** What must not leave the appliance: whatever looks like a secret, and every secret that is known here, wherever it stands. */
final class Secrets {
    private static final String LEFT_OUT = "[left out]";
    private static final int SHORTEST = 8;
    /** A word for a secret, = or :, and its value: in quotes, or to the end of the line or of the object. */
    private static final Pattern NAMED = Pattern
            .compile("(?i)((?:token|pass(?:word|wd|phrase)|secret|api_?key|private_?key"
                    + "|authorization)[^\\s=:,;]*\\s*[=:]\\s*)(\"(?:[^\"\\\\\\n]|\\\\.)*\"|'[^'\\n]*'|[^\\n,;}]+)");
    private static final Pattern BEARER = Pattern.compile("(?i)(bearer\\s+)[^\\s\"']+");
    private static final Pattern IN_ADDRESS = Pattern.compile("://[^/\\s:@]+:[^/\\s@]+@");
    private static final Pattern KEY_BLOCK = Pattern
            .compile("-----BEGIN [A-Z ]*PRIVATE KEY-----[\\s\\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|\\z)");

    private final List<String> known;

    private Secrets(List<String> known) {
        this.known = List.copyOf(known);
    }

    /** Knows the token of the administration and the key files beside the settings. */
    static Secrets of(Home home) {
        List<Path> files = new ArrayList<>(List.of(home.data().resolve("admin.token")));
        if (Files.isDirectory(home.settings())) {
            try (Stream<Path> found = Files.list(home.settings())) {
                found.filter(file -> file.toString().endsWith(".key")).forEach(files::add);
            } catch (IOException e) {
                files.add(home.settings());
            }
        }
        return new Secrets(files.stream()
                .map(Tools::file)
                .flatMap(Optional::stream)
                .map(String::strip)
                .filter(text -> text.length() >= SHORTEST)
                .toList());
    }

    String without(String text) {
        String clean = KEY_BLOCK.matcher(text).replaceAll(LEFT_OUT);
        for (String secret : known) {
            clean = clean.replace(secret, LEFT_OUT);
        }
        clean = BEARER.matcher(clean).replaceAll("$1" + LEFT_OUT);
        clean = NAMED.matcher(clean).replaceAll("$1" + LEFT_OUT);
        return IN_ADDRESS.matcher(clean).replaceAll("://" + LEFT_OUT + "@");
    }
}
