// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void german_has_every_word_that_english_has_and_no_other() throws IOException {
        assertEquals(keys("kiosk.properties"), keys("kiosk_de.properties"));
    }

    private static Set<Object> keys(String file) throws IOException {
        Properties words = new Properties();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(WordsTest.class.getResourceAsStream("/org/pigenny/assets/words/" + file)),
                StandardCharsets.UTF_8)) {
            words.load(in);
        }
        return new TreeSet<>(words.keySet());
    }
}
