// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pigenny.core.config.SettingsLoader.Loaded;
import org.pigenny.core.config.SettingsLoader.Sources;
import org.pigenny.core.model.settings.Settings;
import org.pigenny.core.text.Phrases;

final class SettingsLoaderTest {
    private static final Phrases ENGLISH = new Phrases(Locale.ENGLISH, ZoneOffset.UTC);
    private final SettingsLoader loader = new SettingsLoader();

    @TempDir
    Path folder;

    @Test
    void without_any_source_the_defaults_of_schema_and_records_are_the_same() {
        assertEquals(Settings.defaults(), loader.load(Optional.empty(), Map.of(), Map.of()).effective().settings());
    }

    @Test
    void command_line_beats_environment_beats_screen_beats_file() throws IOException {
        Path file = write("[generator.soc]\nstart = 31\nstop = 71\nquiet_start = 33\nstart_delay_s = 1.5\n");
        Loaded loaded = loader.load(new Sources(Optional.of(file), Map.of("generator.soc.start", "32"), Map.of(),
                Map.of("PIGENNY_SET_GENERATOR__SOC__START", "34", "PIGENNY_SET_GENERATOR__SOC__STOP", "72", "HOME",
                        "/"),
                Map.of("generator.soc.stop", "73")));
        assertEquals(List.of(), loaded.problems());
        assertEquals("34 environment", said(loaded, "generator.soc.start"));
        assertEquals("73 command line", said(loaded, "generator.soc.stop"));
        assertEquals("33 file", said(loaded, "generator.soc.quiet_start"));
        assertEquals("80 default", said(loaded, "generator.soc.quiet_stop"));
        assertEquals(Duration.ofMillis(1500), loaded.effective().settings().generator().soc().startDelay());
    }

    @Test
    void unknown_key_names_file_line_key_and_the_nearest_one() throws IOException {
        Path file = write("[generator.soc]\nstrat = 40\n");
        assertEquals(
                file + ", line 2: there is no setting generator.soc.strat. The nearest one is generator.soc.start.",
                words(loader.load(Optional.of(file), Map.of(), Map.of())));
    }

    @Test
    void wrong_values_name_what_is_allowed() throws IOException {
        assertRefused("[generator.soc]\nstart = 140",
                "generator.soc.start = 140 is not allowed. Allowed: a number from 0 to 100.");
        assertRefused("[generator.soc]\nstart = \"40\"", "generator.soc.start = 40 is not allowed. Allowed: a number");
        assertRefused("[generator.soc]\nstart = nan", "generator.soc.start = NaN is not allowed");
        assertRefused("[generator]\nautostart = 1", "generator.autostart = 1 is not allowed. Allowed: true or false.");
        assertRefused("[generator]\nmax_start_attempts = 2.5", "Allowed: a whole number from 1 to 3.");
        assertRefused("[generator.data_loss]\npolicy = \"Stop\"", "Allowed: one of stop, start, keep.");
        assertRefused("[generator.quiet_hours]\nfrom = \"25:00\"", "Allowed: a time of day such as 21:00.");
        assertRefused("[site]\ntime_zone = \"Europe/Nowhere\"", "Allowed: a time zone such as Europe/Berlin");
        assertRefused("[health]\nports = [1, 2]", "Allowed: 5 port numbers");
        assertRefused("[generator]\nsoc = 40", "generator.soc is a table of settings");
        assertRefused("[generator.soc\nstart = 40", "line 1");
        assertRefused("[generator.soc]\nstart = -1", "generator.soc.start = -1");
    }

    @Test
    void contradicting_start_and_stop_values_are_refused_together() throws IOException {
        assertRefused("[generator.soc]\nstart = 85", "generator.soc.start = 85 must be below generator.soc.stop = 80.");
        assertRefused("[generator.load]\nstart = 100",
                "generator.load.stop = 2000 must be below generator.load.start = 100.");
        assertRefused("[inverter]\nconnection = \"tcp\"", "inverter.connection = tcp needs a value of inverter.host");
        assertRefused("[health]\nports = [1, 2, 3, 4, 1]", "names a port twice");
    }

    @Test
    void a_file_with_one_fault_is_left_out_as_a_whole_and_the_last_good_one_stands_in() throws IOException {
        Path file = write("[generator.soc]\nstart = 35\nstop = 180\n");
        Loaded loaded = loader.load(new Sources(Optional.of(file), Map.of(), Map.of("generator.soc.start", "37"),
                Map.of(), Map.of()));
        assertEquals("37 file", said(loaded, "generator.soc.start"));
        assertEquals("80 default", said(loaded, "generator.soc.stop"));
        assertTrue(loaded.fileValues().isEmpty());
    }

    @Test
    void a_contradiction_between_sources_leaves_out_the_later_source_alone() throws IOException {
        Path file = write("[generator.soc]\nstart = 35\n");
        Loaded loaded = loader.load(Optional.of(file), Map.of(), Map.of("generator.soc.start", "95"));
        assertEquals("35 file", said(loaded, "generator.soc.start"));
        assertEquals("command line: generator.soc.start = 95 must be below generator.soc.stop = 80.", words(loaded));
        assertTrue(loaded.fileValues().isPresent());
    }

    @Test
    void missing_folder_binary_and_huge_files_are_plain_messages() throws IOException {
        Path missing = folder.resolve("none.toml");
        assertEquals(missing + ": there is no such file.",
                words(loader.load(Optional.of(missing), Map.of(), Map.of())));
        assertTrue(words(loader.load(Optional.of(folder), Map.of(), Map.of())).contains("it is a folder"));
        Path binary = Files.write(folder.resolve("binary"), new byte[]{(byte) 0xC3, 0x28, 0, 1});
        assertTrue(words(loader.load(Optional.of(binary), Map.of(), Map.of())).contains("not a text in UTF-8"));
        assertTrue(words(loader.load(Optional.of(Path.of("/dev/zero")), Map.of(), Map.of())).contains("no plain file"));
    }

    @Test
    void the_file_of_the_specification_is_accepted_whole() throws IOException {
        Path file = folder.resolve("spec.toml");
        try (var in = SettingsLoaderTest.class.getResourceAsStream("specified.toml")) {
            Files.write(file, in.readAllBytes());
        }
        Loaded loaded = loader.load(Optional.of(file), Map.of(), Map.of());
        assertEquals("", words(loaded));
        assertEquals(Settings.defaults(), loaded.effective().settings());
    }

    @Test
    void the_hash_follows_every_single_value() {
        String before = loader.load(Optional.empty(), Map.of(), Map.of()).effective().hash();
        for (Key key : new Schema().keys()) {
            String other = otherThan(key);
            Loaded changed = loader.load(Optional.empty(), Map.of(), Map.of(key.name(), other));
            if (!other.equals(key.fallback()) && changed.problems().isEmpty()) {
                assertTrue(!changed.effective().hash().equals(before), key.name());
                assertTrue(!changed.effective().settings().equals(Settings.defaults()), key.name() + " maps nowhere");
            }
        }
    }

    private static String otherThan(Key key) {
        return switch (key.kind()) {
            case Kind.Flag flag -> key.fallback().equals("true") ? "false" : "true";
            case Kind.Decimal decimal -> Kind.Decimal.plain(Math.min(decimal.max(),
                    Double.parseDouble(key.fallback()) + 1) == Double.parseDouble(key.fallback())
                            ? decimal.min()
                            : Double.parseDouble(key.fallback()) + 1);
            case Kind.Choice choice -> choice.words().getLast();
            case Kind.Text text -> "other";
            case Kind.TimeOfDay time -> "03:07";
            case Kind.Date date -> "2025-03-07";
            case Kind.Zone zone -> "Asia/Kathmandu";
            case Kind.Ports ports -> "0, 0, 0, 0, 0";
        };
    }

    private void assertRefused(String toml, String expected) throws IOException {
        Loaded loaded = loader.load(Optional.of(write(toml)), Map.of(), Map.of());
        assertTrue(words(loaded).contains(expected), () -> "said: " + words(loaded));
        assertEquals(Settings.defaults(), loaded.effective().settings());
    }

    private Path write(String toml) throws IOException {
        return Files.writeString(folder.resolve("settings.toml"), toml);
    }

    private static String said(Loaded loaded, String key) {
        Effective.Value value = loaded.effective().values().get(key);
        return value == null ? "absent" : value.text() + " " + value.source().word();
    }

    private static String words(Loaded loaded) {
        return loaded.problems()
                .stream()
                .map(problem -> ENGLISH.say(problem.text()))
                .collect(Collectors.joining("\n"));
    }
}
