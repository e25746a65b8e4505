// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DraftTest {
    private static final String KEY = "generator.soc.start";
    private final Draft draft = new Draft();

    DraftTest() {
        draft.load(List.of(EffectsTest.entry(KEY, "40.0")));
    }

    @Test
    void what_was_turned_stands_there_and_what_was_turned_back_is_no_change() {
        draft.set(KEY, "41");
        assertEquals(Map.of(KEY, "41"), draft.changes());
        assertEquals("41", draft.value(KEY));
        draft.set(KEY, "40");
        assertFalse(draft.changed(KEY));
        assertEquals("40.0", draft.value(KEY));
    }

    @Test
    void a_draft_survives_new_settings_in_force_until_they_are_what_was_wished() {
        draft.set(KEY, "45");
        draft.load(List.of(EffectsTest.entry(KEY, "42")));
        assertTrue(draft.changed(KEY));
        draft.load(List.of(EffectsTest.entry(KEY, "45")));
        assertFalse(draft.changed(KEY));
    }

    @Test
    void discarded_it_is_as_before() {
        draft.set(KEY, "45");
        draft.discard();
        assertEquals(Map.of(), draft.changes());
        assertEquals("", draft.value("nobody.knows"));
    }
}
