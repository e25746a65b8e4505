// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The Debian packages in fresh Debian roots: installed, upgraded under a running engine, removed, purged, with the session
 * running under cage. The script packaging/test/packages says each thing that it proves.
 */
class PackagesIT {
    private static final Path PROOFS = Path.of("test").toAbsolutePath();
    /** Fetching the roots for the first time is the most of it. */
    private static final Duration LIMIT = Duration.ofMinutes(8);
    private static final int CANNOT = 77;

    @Test
    void installing_upgrading_and_removing_keep_settings_data_and_the_engine() throws Exception {
        prove("packages", LIMIT);
    }

    @Test
    @Tag("soak")
    void the_packages_install_and_run_on_both_boards_processors() throws Exception {
        prove("emulated", Duration.ofHours(1));
    }

    @Test
    @Tag("soak")
    void the_board_is_updated_reached_and_told_the_time_by_real_servers() throws Exception {
        prove("between", LIMIT);
    }

    private static void prove(String script, Duration limit) throws Exception {
        try (Program proof = Program.start(Map.of(), PROOFS.resolve(script))) {
            int code = proof.exitCode(limit);
            List<String> said = proof.lines();
            assumeTrue(code != CANNOT, () -> said.isEmpty() ? "no reason said" : said.getLast());
            assertEquals(0, code, proof::said);
        }
    }
}
