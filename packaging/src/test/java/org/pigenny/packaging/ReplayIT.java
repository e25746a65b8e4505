// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.packaging;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recorded input through the simulated slave, the serial line and the core: the numbers that the house showed. */
class ReplayIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    Path home;

    @Test
    void a_recorded_day_shows_what_the_house_showed() throws Exception {
        try (Program core = replay("data_dec28_part1.csv", "60")) {
            // First row: registers 7 + 8 + 9 are 142 + 152 + 0, SOC the low byte of 24115; the load was not recorded.
            core.await("soc=51.0 % battery_voltage=52.4 V pv_power=294.0 W load_power=unknown", LIMIT);
            // Second row, ten minutes of the recording later: 159 + 139 W and 52.5 V.
            core.await("soc=51.0 % battery_voltage=52.5 V pv_power=298.0 W load_power=unknown", LIMIT);
        }
    }

    @Test
    void a_register_scan_shows_the_load_of_register_170() throws Exception {
        try (Program core = replay("scan_input_0_200_soc43.txt", "30")) {
            core.await("soc=43.0 % battery_voltage=52.2 V pv_power=0.0 W load_power=1042.0 W", LIMIT);
        }
    }

    @Test
    void a_missing_recording_is_named() throws Exception {
        try (Program core = Program.start(Map.of("PIGENNY_HOME", home.toString()), Program.pigenny(), "headless",
                "--replay",
                home.resolve("nothing.csv").toString())) {
            core.await("there is no file " + home.resolve("nothing.csv"), LIMIT);
            assertNotEquals(0, core.exitCode(LIMIT));
        }
    }

    private Program replay(String name, String speed) throws Exception {
        return Program.start(Map.of("PIGENNY_HOME", home.toString()), Program.pigenny(), "headless", "--replay",
                recording(name).toString(), "--speed", speed, "--set", "health.ports=[0,0,0,0,0]");
    }

    private static Path recording(String name) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(ReplayIT.class.getResource("/" + name)).toURI());
    }
}
