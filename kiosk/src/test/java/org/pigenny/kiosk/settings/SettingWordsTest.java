// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.pigenny.core.text.Phrases;

class SettingWordsTest {
    private static final Phrases ENGLISH = new Phrases(Locale.ENGLISH, ZoneOffset.UTC);
    private static final Phrases GERMAN = new Phrases(Locale.GERMAN, ZoneOffset.UTC);

    @Test
    void a_change_is_told_in_the_words_and_units_of_the_screen() {
        assertEquals("Start below", SettingWords.name(ENGLISH, "generator.soc.start"));
        assertEquals("39 %", SettingWords.value(ENGLISH, "generator.soc.start", "39"));
        assertEquals("4 h", SettingWords.value(ENGLISH, "generator.max_run_s", "14400"));
        assertEquals("30 min", SettingWords.value(ENGLISH, "generator.manual_stop_hold_s", "1800"));
        assertEquals("51,5 V", SettingWords.value(GERMAN, "generator.voltage.start", "51.5"));
        assertEquals("on", SettingWords.value(ENGLISH, "generator.autostart", "true"));
        assertEquals("aus", SettingWords.value(GERMAN, "generator.autostart", "false"));
        assertEquals("Nacht", SettingWords.value(GERMAN, "kiosk.theme", "night"));
        assertEquals("of the system", SettingWords.value(ENGLISH, "site.time_zone", ""));
        assertEquals("06:30", SettingWords.value(ENGLISH, "generator.exercise.at", "06:30"));
    }

    @Test
    void what_the_screen_has_no_words_for_stays_as_the_file_has_it() {
        assertEquals("relay.host", SettingWords.name(ENGLISH, "relay.host"));
        assertEquals("127.0.0.1", SettingWords.value(ENGLISH, "relay.host", "127.0.0.1"));
        assertEquals("many", SettingWords.value(ENGLISH, "generator.soc.start", "many"));
    }
}
