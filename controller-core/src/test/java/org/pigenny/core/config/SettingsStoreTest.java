// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Outcome;
import org.pigenny.core.text.Phrases;
import org.pigenny.core.time.ManualTime;

final class SettingsStoreTest {
    private static final String START = "generator.soc.start";
    private static final Phrases ENGLISH = new Phrases(Locale.ENGLISH, ZoneOffset.UTC);
    private final ManualTime time = new ManualTime(Instant.parse("2026-01-05T12:00:00Z"));

    @TempDir
    Path home;

    private SettingsStore store(Map<String, String> overrides) {
        return new SettingsStore(new SettingsStore.Place(Optional.of(file()), true, Map.of(), overrides,
                home.resolve("versions")), time);
    }

    private Path file() {
        return home.resolve("settings.toml");
    }

    private double start(SettingsStore store) {
        return store.effective().settings().generator().soc().start();
    }

    private Outcome change(SettingsStore store, String key, String value) {
        time.advance(Duration.ofSeconds(1));
        return store.change(Map.of(key, value), Origin.SCREEN);
    }

    @Test
    void a_change_on_the_screen_survives_a_restart_and_says_who_and_what() {
        SettingsStore store = store(Map.of());
        assertAccepted(change(store, START, "42.0"));
        assertEquals(42, start(store));
        assertEquals(42, start(store(Map.of())));
        Version newest = store.versions().getFirst();
        assertEquals("screen", newest.origin());
        assertEquals(List.of(new Version.Change(START, "40", "42")), newest.changes());
    }

    @Test
    void a_wrong_or_contradicting_change_is_refused_whole_and_changes_nothing() {
        SettingsStore store = store(Map.of());
        assertRefused(change(store, START, "140"), "generator.soc.start = 140 is not allowed");
        assertRefused(change(store, START, "85"), "must be below generator.soc.stop = 80");
        assertRefused(change(store, "generator.soc.strat", "30"), "nearest one is generator.soc.start");
        assertRefused(store.change(Map.of(START, "30", "generator.soc.stop", "200"), Origin.SCREEN), "stop = 200");
        assertEquals(40, start(store));
        assertTrue(store.versions().isEmpty());
    }

    @Test
    void start_and_stop_may_move_together_past_each_other() {
        SettingsStore store = store(Map.of());
        assertAccepted(store.change(Map.of(START, "90", "generator.soc.stop", "95"), Origin.SCREEN));
        assertEquals(90, start(store));
    }

    @Test
    void what_the_command_line_sets_cannot_be_changed_on_the_screen() {
        SettingsStore store = store(Map.of(START, "35"));
        assertRefused(change(store, START, "30"), "generator.soc.start is set by the command line for this run");
        assertEquals(35, start(store));
    }

    @Test
    void the_last_five_versions_are_kept_and_each_can_be_rolled_back_to() {
        SettingsStore store = store(Map.of());
        for (int i = 1; i <= 7; i++) {
            assertAccepted(change(store, START, Integer.toString(40 + i)));
        }
        assertEquals(5, store.versions().size());
        String third = store.versions().get(2).id();
        time.advance(Duration.ofSeconds(1));
        assertAccepted(store.rollBack(third, Origin.SCREEN));
        assertEquals(45, start(store));
        assertEquals(45, start(store(Map.of())));
        assertRefused(store.rollBack("v_none", Origin.SCREEN), "no version v_none");
    }

    @Test
    void the_state_before_the_first_change_is_a_version_too() {
        SettingsStore store = store(Map.of());
        assertAccepted(change(store, START, "42"));
        time.advance(Duration.ofSeconds(1));
        assertAccepted(store.rollBack(store.versions().getLast().id(), Origin.SCREEN));
        assertEquals(40, start(store));
    }

    @Test
    void a_clock_set_back_does_not_make_an_old_version_the_newest() {
        SettingsStore store = store(Map.of());
        assertAccepted(change(store, START, "42"));
        time.setWall(time.wall().minusSeconds(3600));
        assertAccepted(change(store, START, "43"));
        assertEquals(43, start(store(Map.of())));
    }

    @Test
    void whichever_was_edited_last_wins_screen_or_file() throws IOException {
        Files.writeString(file(), "[generator.soc]\nstart = 30\n");
        SettingsStore store = store(Map.of());
        assertAccepted(change(store, START, "42"));
        assertFalse(store.reload());
        assertEquals(42, start(store), "the screen changed it after the file");
        Files.writeString(file(), "[generator.soc]\nstart = 33\n");
        assertTrue(store.reload());
        assertEquals(33, start(store), "the file changed it after the screen");
    }

    @Test
    void a_file_that_becomes_wrong_leaves_the_last_good_settings_live_even_over_a_restart() throws IOException {
        Files.writeString(file(), "[generator.soc]\nstart = 30\n");
        SettingsStore store = store(Map.of());
        Files.writeString(file(), "[generator.soc]\nstart = 3O\n");
        assertTrue(store.reload());
        assertEquals(30, start(store));
        assertEquals(1, store.problems().size());
        SettingsStore again = store(Map.of());
        assertEquals(30, start(again));
        Files.writeString(file(), "[generator.soc]\nstart = 31\n");
        assertTrue(again.reload());
        assertEquals(31, start(again));
        assertEquals(List.of(), again.problems());
    }

    @Test
    void a_damaged_version_is_named_and_the_one_before_it_holds() throws IOException {
        SettingsStore store = store(Map.of());
        assertAccepted(change(store, START, "42"));
        assertAccepted(change(store, START, "43"));
        Path newest = home.resolve("versions").resolve(store.versions().getFirst().id() + ".json");
        for (String damage : new String[]{"", "{", "{}", "[]", "{\"id\":1}", "\u0000"}) {
            Files.writeString(newest, damage);
            SettingsStore again = store(Map.of());
            assertEquals(42, start(again), damage);
            assertTrue(ENGLISH.say(again.problems().getFirst().text()).contains(newest.toString()));
        }
    }

    @Test
    void a_change_that_cannot_be_kept_is_refused() throws IOException {
        SettingsStore store = store(Map.of());
        Files.writeString(home.resolve("versions"), "a file where the folder should be");
        assertRefused(change(store, START, "42"), "cannot be written");
        assertEquals(40, start(store));
    }

    private static void assertAccepted(Outcome outcome) {
        assertTrue(outcome instanceof Outcome.Accepted, outcome::toString);
    }

    private static void assertRefused(Outcome outcome, String words) {
        if (outcome instanceof Outcome.Refused refused) {
            assertTrue(ENGLISH.say(refused.why()).contains(words), () -> ENGLISH.say(refused.why()));
        } else {
            throw new AssertionError(outcome);
        }
    }
}
