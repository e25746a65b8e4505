// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pigenny.core.config.SettingsLoader.Loaded;
import org.pigenny.core.device.profile.Profiles;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Outcome;
import org.pigenny.core.model.settings.InverterSettings.Connection;
import org.pigenny.core.model.settings.SiteDevice;
import org.pigenny.core.text.Phrases;
import org.pigenny.core.time.ManualTime;

/** Devices of the site as tables of the settings file. */
final class DeviceSettingsTest {
    private static final String ROOF = """
            [devices.roof]
            profile = "sungrow"
            host = "192.0.2.17"
            """;

    @TempDir
    private Path folder;

    private final SettingsLoader loader = new SettingsLoader();

    private Loaded load(String toml) throws IOException {
        Path file = Files.writeString(folder.resolve("settings.toml"), toml);
        return loader.load(Optional.of(file), Map.of(), Map.of());
    }

    private String problem(String toml) throws IOException {
        Loaded loaded = load(toml);
        assertEquals(1, loaded.problems().size(), loaded.problems().toString());
        assertEquals(List.of(), loaded.effective().settings().devices(), "a file with a fault is left out as a whole");
        return new Phrases(Locale.ENGLISH, ZoneOffset.UTC).say(loaded.problems().getFirst().text())
                .replace(folder + "/", "");
    }

    @Test
    void every_key_of_a_device_reaches_it_and_the_rest_are_defaults() throws IOException {
        Loaded loaded = load(ROOF + """

                [devices.meter]
                name = "House meter"
                enabled = false
                profile = "meatrol_me431"
                type = "energy_meter"
                role = "solar"
                connection = "serial"
                port = "/dev/ttySC0"
                baud = 4800
                parity = "even"
                stop_bits = 2
                rs485 = false
                slave = 7
                poll_interval_s = 0.5
                timeout_s = 0.25
                retries = 1
                rated_power_kw = 12.5
                """);
        assertEquals(List.of(), loaded.problems());
        List<SiteDevice> devices = loaded.effective().settings().devices();
        assertEquals(List.of("meter", "roof"), devices.stream().map(SiteDevice::id).toList());
        SiteDevice meter = devices.getFirst();
        assertEquals(List.of("House meter", false, "meatrol_me431", "energy_meter", "solar", 7,
                Duration.ofMillis(500), Duration.ofMillis(250), 1, 12.5),
                List.of(meter.name(), meter.enabled(), meter.profile(), meter.type(), meter.role(), meter.slave(),
                        meter.pollInterval(), meter.timeout(), meter.retries(), meter.ratedPowerKw()));
        assertEquals(List.of(Connection.SERIAL, "/dev/ttySC0", 4800, SiteDevice.Parity.EVEN, 2, false),
                List.of(meter.wire().connection(), meter.wire().key(), meter.wire().baud(), meter.wire().parity(),
                        meter.wire().stopBits(), meter.wire().rs485().mode()));
        SiteDevice roof = devices.getLast();
        assertEquals(List.of("roof", true, "profile", "profile", 1, Duration.ofSeconds(1), Duration.ofSeconds(3), 2),
                List.of(roof.name(), roof.enabled(), roof.type(), roof.role(), roof.slave(), roof.pollInterval(),
                        roof.timeout(), roof.retries()));
        assertEquals("192.0.2.17:502", roof.wire().key());
    }

    @Test
    void every_profile_that_comes_with_the_program_can_be_chosen() throws IOException {
        for (String profile : Profiles.names()) {
            assertEquals(List.of(), load(ROOF.replace("sungrow", profile)).problems(), profile);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "Roof | settings.toml, line 2: \"Roof\" is no name for a device. Allowed: small letters",
        "inverter | settings.toml, line 2: \"inverter\" is no name for a device.",
        "relay_server | settings.toml, line 2: \"relay_server\" is no name for a device."})
    void a_name_that_cannot_be_is_refused_with_its_line(String name, String words) throws IOException {
        String said = problem("[devices." + name + "]\nname = \"x\"\n");
        assertTrue(said.startsWith(words), said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "hots = \"x\" | settings.toml, line 4: there is no setting devices.roof.hots. The nearest one is devices.roof.host.",
        "slave = 248 | settings.toml, line 4: devices.roof.slave = 248 is not allowed. Allowed: a whole number from 1 to 247.",
        "timeout_s = 60 | settings.toml, line 4: devices.roof.timeout_s = 60 is not allowed. Allowed: a number from 0.01 to 10.",
        "connection = \"serial\" | settings.toml: devices.roof.connection = serial needs a value of devices.roof.port"})
    void a_wrong_key_or_value_is_refused_with_its_line_and_what_is_allowed(String line, String words)
            throws IOException {
        String said = problem(ROOF + line + "\n");
        assertTrue(said.startsWith(words), said);
    }

    @Test
    void a_device_must_name_its_registers() throws IOException {
        String said = problem("[devices.roof]\nhost = \"192.0.2.17\"\n");
        assertTrue(said.contains("needs a value of devices.roof.profile"), said);
    }

    @Test
    void one_line_has_one_speed() throws IOException {
        String meter = """
                [inverter]
                port = "/dev/ttySC1"

                [devices.meter]
                profile = "meatrol_me431"
                connection = "serial"
                port = "/dev/ttySC1"
                """;
        String said = problem(meter);
        assertTrue(said.contains("devices.meter.baud = 9600 must be the same on one line as inverter.baud"), said);
        assertEquals(List.of(), load(meter + "baud = 19200\n").problems());
    }

    @Test
    void a_device_may_come_from_the_environment_or_the_command_line_alone() {
        Loaded loaded = loader.load(Optional.empty(), Map.of("PIGENNY_SET_DEVICES__ROOF__PROFILE", "sungrow"),
                Map.of("devices.roof.host", "192.0.2.17"));
        assertEquals(List.of(), loaded.problems());
        assertEquals("192.0.2.17", loaded.effective().settings().devices().getFirst().wire().host());
    }

    @Test
    void the_screen_may_make_a_device_change_it_and_roll_it_back() throws IOException {
        ManualTime time = new ManualTime(Instant.parse("2026-01-10T08:00:00Z"));
        SettingsStore store = new SettingsStore(new SettingsStore.Place(Optional.empty(), true, Map.of(), Map.of(),
                folder), time);
        assertInstanceOf(Outcome.Refused.class, store.change(Map.of("devices.roof.slave", "3"), Origin.SCREEN),
                "it needs its registers and its place");
        assertInstanceOf(Outcome.Accepted.class, store.change(
                Map.of("devices.roof.profile", "sungrow", "devices.roof.host", "192.0.2.17"), Origin.SCREEN));
        assertEquals(1, store.effective().settings().devices().size());
        time.advance(Duration.ofSeconds(1));
        assertInstanceOf(Outcome.Accepted.class,
                store.change(Map.of("devices.roof.role", "none"), Origin.SCREEN));
        assertEquals("none", store.effective().settings().devices().getFirst().role());
        String first = store.versions().getLast().id();
        time.advance(Duration.ofSeconds(1));
        assertInstanceOf(Outcome.Accepted.class, store.rollBack(first, Origin.SCREEN));
        assertEquals(List.of(), store.effective().settings().devices());
        assertEquals(List.of("devices.roof.host 192.0.2.17 → ", "devices.roof.profile sungrow → none",
                "devices.roof.role none → profile"),
                store.versions()
                        .getFirst()
                        .changes()
                        .stream()
                        .map(change -> change.key() + " " + change.before() + " → " + change.after())
                        .sorted()
                        .toList());
    }
}
