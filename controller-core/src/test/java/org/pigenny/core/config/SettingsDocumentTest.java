// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.pigenny.core.text.Phrases;

/** docs/settings.md says what the schema says. `-Dpigenny.write.docs=true` writes it anew. */
final class SettingsDocumentTest {
    private static final Path DOCUMENT = Path.of("../docs/settings.md");
    private static final String MARK = "<!-- From here on written from the schema by SettingsDocumentTest. -->\n";

    @Test
    void the_document_lists_every_setting_as_the_schema_has_it() throws IOException {
        String document = Files.readString(DOCUMENT);
        String expected = document.substring(0, document.indexOf(MARK) + MARK.length()) + tables();
        if (Boolean.getBoolean("pigenny.write.docs")) {
            Files.writeString(DOCUMENT, expected);
        }
        assertEquals(expected, Files.readString(DOCUMENT));
    }

    @Test
    void every_setting_is_explained_in_both_languages() {
        for (Locale locale : new Locale[]{Locale.ENGLISH, Locale.GERMAN}) {
            Phrases words = new Phrases(locale, ZoneOffset.UTC);
            for (Key key : new Schema().documented()) {
                assertFalse(words.say(key.help()).startsWith("help."), () -> key.name() + " in " + locale);
                assertFalse(words.say(key.allowed()).startsWith("settings."), () -> key.name() + " in " + locale);
            }
        }
    }

    private static String tables() {
        Phrases english = new Phrases(Locale.ENGLISH, ZoneOffset.UTC);
        StringBuilder text = new StringBuilder();
        String table = "";
        for (Key key : new Schema().documented()) {
            if (!key.table().equals(table)) {
                table = key.table();
                text.append("\n## `[")
                        .append(table)
                        .append("]`\n\n| key | default | unit | allowed | what it does |\n")
                        .append("|---|---|---|---|---|\n");
            }
            text.append("| `")
                    .append(key.name().substring(table.length() + 1))
                    .append("` | ")
                    .append(key.fallback().isEmpty() ? "(empty)" : "`" + key.fallback() + "`")
                    .append(" | ")
                    .append(key.unit())
                    .append(" | ")
                    .append(english.say(key.allowed()))
                    .append(" | ")
                    .append(english.say(key.help()))
                    .append(" |\n");
        }
        return text.toString();
    }
}
