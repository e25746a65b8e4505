// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pigenny.core.api.SettingsPort.Entry;
import org.pigenny.core.model.Quantity;
import org.pigenny.kiosk.fake.House;
import org.pigenny.kiosk.fake.Houses;
import org.pigenny.kiosk.fake.Looks;

class EffectsTest {
    private final Draft draft = new Draft();

    EffectsTest() {
        draft.load(List.of(entry("generator.soc.start", "40"), entry("generator.soc.stop", "80"),
                entry("generator.autostart", "true"), entry("generator.quiet_hours.from", "22:00"),
                entry("generator.quiet_hours.to", "07:00")));
    }

    /** 40 % of 192.2 Wh: 7688 Wh out at 1410 W and back in at 990 W (2400 W less the house) take 13.2 h. */
    @Test
    void a_band_says_how_often_a_day_it_starts_at_the_present_load() {
        assertEquals("Starts below 40 %, about 1.8 times a day at the present load.", soc(Houses.forecast()));
        draft.set("generator.soc.start", "60");
        assertEquals("Starts below 60 %, about 3.6 times a day at the present load.", soc(Houses.forecast()));
    }

    @Test
    void a_load_that_nobody_knows_or_that_is_next_to_nothing_is_not_reckoned_with() {
        assertEquals("Starts below 40 %, stops at 80 %.", soc(Houses.absent()));
        House dark = Houses.forecast();
        dark.reads(Quantity.LOAD_POWER, 20);
        assertEquals("Starts below 40 %, stops at 80 %.", soc(dark));
    }

    @Test
    void a_start_above_the_stop_is_said_before_it_is_saved() {
        draft.set("generator.soc.start", "85");
        assertEquals("The start must be below the stop.", soc(Houses.forecast()));
    }

    @Test
    void a_switched_off_automatic_says_who_has_to_watch_then() {
        assertEquals("The generator starts by itself when the battery needs it.", of("generator.autostart"));
        draft.set("generator.autostart", "false");
        assertEquals("Nothing starts by itself. Somebody has to watch the battery.", of("generator.autostart"));
        assertEquals("From 22:00 to 07:00 the quiet values apply.", of("generator.quiet_hours.enabled"));
        assertEquals("", of("generator.max_run_s"));
    }

    private String soc(House house) {
        return Effects.of("generator.soc.start", draft, Looks.at(house));
    }

    private String of(String key) {
        return Effects.of(key, draft, Looks.at(Houses.idleByDay()));
    }

    static Entry entry(String key, String value) {
        return new Entry(key, value, value, "", "default", "");
    }
}
