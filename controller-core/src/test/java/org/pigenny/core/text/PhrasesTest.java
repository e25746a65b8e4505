// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pigenny.core.model.Message;

class PhrasesTest {
    private final Phrases english = new Phrases(Locale.ENGLISH, ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource({"42,42 s", "60,1 min", "90,1 min 30 s", "3900,1 h 05 min", "183600,2 d 3 h"})
    void a_duration_carries_its_units(long seconds, String words) {
        assertEquals(words, english.duration(Duration.ofSeconds(seconds)));
    }

    @Test
    void another_language_says_the_same_key_in_its_own_words() {
        assertEquals("noch nicht versucht",
                new Phrases(Locale.GERMAN, ZoneOffset.UTC).say(Message.of("link.starting")));
    }

    @Test
    void a_key_that_no_bundle_has_is_shown_not_hidden() {
        assertEquals("no.such.key [7]", english.say(Message.of("no.such.key", 7)));
    }
}
