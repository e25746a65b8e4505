// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.analyse;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pigenny.core.model.settings.Settings;

/** Runs the command on a text and reads its lines back. */
final class Analysed {
    private Analysed() {}

    static String recorded(String file) throws IOException {
        try (var in = Analysed.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static List<Map<String, String>> of(Path folder, String csv) throws IOException {
        Path file = Files.writeString(folder.resolve("recording.csv"), csv);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = Analyse.run(file, Settings.defaults(), new PrintStream(out, true, StandardCharsets.UTF_8),
                System.err);
        if (code != Analyse.OK) {
            throw new IOException("exit code " + code);
        }
        List<Map<String, String>> lines = new ArrayList<>();
        for (String line : out.toString(StandardCharsets.UTF_8).lines().toList()) {
            lines.add(fields(line));
        }
        return lines;
    }

    static Map<String, String> fields(String line) throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        try (JsonParser json = new JsonFactory().createParser(line)) {
            while (json.nextToken() != null) {
                if (json.currentToken() == JsonToken.FIELD_NAME) {
                    String name = json.currentName();
                    json.nextToken();
                    fields.put(name, json.getText());
                }
            }
        }
        return fields;
    }
}
