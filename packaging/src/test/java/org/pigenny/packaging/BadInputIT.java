// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.packaging;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything wrong at the start is named in plain words, and the program runs all the same. */
class BadInputIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    Path home;

    @Test
    void an_unreadable_settings_file_is_named_and_the_core_runs() throws Exception {
        Path folder = Files.createDirectories(home.resolve("settings/settings.toml"));
        try (Program core = core()) {
            core.await(folder.toString(), LIMIT);
            core.await("[STATE]", LIMIT);
        }
    }

    @Test
    void an_unknown_key_is_named_with_its_nearest_and_the_core_runs() throws Exception {
        Files.createDirectories(home.resolve("settings"));
        Files.writeString(home.resolve("settings/settings.toml"), "[generator.soc]\nstrat = 45\n");
        try (Program core = core()) {
            core.await(line -> line.contains("generator.soc.strat") && line.contains("generator.soc.start"), LIMIT);
            core.await("[STATE]", LIMIT);
        }
    }

    @Test
    void a_busy_health_port_is_named_and_the_core_runs() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Program core = core("--set", "health.ports=[" + taken.getLocalPort() + ",0,0,0,0]")) {
            core.await(String.valueOf(taken.getLocalPort()), LIMIT);
            core.await("[STATE]", LIMIT);
        }
    }

    @Test
    void a_missing_serial_port_is_named_and_the_core_runs() throws Exception {
        Path port = home.resolve("ttyNone");
        try (Program core = core("--set", "inverter.port=" + port)) {
            core.await(port.toString(), LIMIT);
            core.await("inverter DOWN", LIMIT);
        }
    }

    @Test
    void a_serial_port_of_another_process_is_named_and_the_core_runs() throws Exception {
        try (Program owner = Program.start(Map.of("PIGENNY_HOME", home.resolve("other").toString()), Program.pigenny(),
                "headless",
                "--demo", "--set", "health.ports=[0,0,0,0,0]")) {
            String port = owner.await("connected at /dev/pts/", LIMIT).replaceAll(".*(/dev/pts/\\d+).*", "$1");
            try (Program core = core("--set", "inverter.port=" + port)) {
                core.await("the serial port " + port + " is in use by", LIMIT);
                core.await("inverter DOWN", LIMIT);
            }
        }
    }

    @Test
    void no_relay_server_is_said_and_the_core_runs() throws Exception {
        int free;
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = probe.getLocalPort();
        }
        try (Program core = core("--set", "relay.port=" + free)) {
            core.await(line -> line.contains("relay server") && line.contains(String.valueOf(free)), LIMIT);
            core.await("relay DOWN", LIMIT);
        }
    }

    @Test
    void a_second_core_on_the_same_home_is_told_about_the_first() throws Exception {
        try (Program first = core()) {
            first.await("[STATE]", LIMIT);
            try (Program second = core()) {
                assertNotEquals(0, second.exitCode(LIMIT), second::said);
                second.await(home.toString(), LIMIT);
            }
        }
    }

    private Program core(String... more) throws IOException {
        List<String> arguments = new ArrayList<>(
                List.of("headless", "--set", "inverter.port=" + home.resolve("none"), "--set",
                        "relay.host=127.0.0.1", "--set", "relay.port=1", "--set", "health.ports=[0,0,0,0,0]", "--set",
                        "health.service_gap_s=0.1", "--set", "health.first_probe_s=0.1"));
        arguments.addAll(Arrays.asList(more));
        return Program.start(Map.of("PIGENNY_HOME", home.toString()), Program.pigenny(),
                arguments.toArray(String[]::new));
    }
}
