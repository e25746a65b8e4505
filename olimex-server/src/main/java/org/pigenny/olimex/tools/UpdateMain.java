// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.tools;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code update-genserver}: replaces the server's program, and takes it back when the new one does not answer. */
public final class UpdateMain {
    /** What must be typed to replace the program under a running engine. */
    static final String FORCE_WORDS = "the engine runs";
    private static final int FAILED = 1;
    private static final int REFUSED = 2;
    private static final int DEFAULT_WAIT = 90;
    private static final String USAGE = """
            Usage: update-genserver --source FILE [OPTION]...
            Checks a new olimex-server.jar, puts it in place, restarts the server, and rolls back when it does not answer.

              --source FILE      the new jar
              --target FILE      the jar that is replaced (lib/olimex-server.jar of this installation)
              --state-dir DIR    of the running server, for its pid (/var/lib/olimex-server)
              --host ADDR        where the server listens (127.0.0.1)
              --port N           its port (9999)
              --wait SECONDS     how long the new one may take to answer (90)
              --start COMMAND    starts the server; without it systemd or rc.local does
              --force WORDS      "the engine runs": replaces it under a running engine, which is handed over

            Exit: 0 the new one answers, 1 it failed and the old one is back, 2 refused and nothing was changed.
            """;

    private UpdateMain() {}

    public static void main(String[] args) {
        System.exit(run(args));
    }

    private static int run(String[] args) {
        try {
            Words words = new Words(args, List.of("--source", "--target", "--state-dir", "--host", "--port", "--wait",
                    "--start", "--force"));
            if (words.help()) {
                System.out.print(USAGE);
                return 0;
            }
            new Update(plan(words), System.out).run();
            return 0;
        } catch (UsageException e) {
            System.err.println("update-genserver: " + e.getMessage());
            return REFUSED;
        } catch (UpdateException e) {
            System.err.println("update-genserver: " + e.getMessage());
            return e.changed() ? FAILED : REFUSED;
        }
    }

    private static Update.Plan plan(Words words) throws UsageException {
        Path source = Path.of(words.find("--source").orElseThrow(() -> new UsageException("--source FILE is missing")));
        Optional<String> force = words.find("--force");
        if (force.isPresent() && !force.get().equals(FORCE_WORDS)) {
            throw new UsageException("--force takes the words \"" + FORCE_WORDS + "\"");
        }
        return new Update.Plan(source, target(words), Path.of(words.text("--state-dir", stateDir())),
                words.text("--host", "127.0.0.1"), words.number("--port", StatusMain.DEFAULT_PORT, 1, 65_535),
                words.number("--wait", DEFAULT_WAIT, 1, 3600), words.find("--start"), force.isPresent());
    }

    private static Path target(Words words) throws UsageException {
        Optional<String> given = words.find("--target");
        if (given.isPresent()) {
            return Path.of(given.get());
        }
        String app = System.getProperty("olimex.app", "");
        if (app.isEmpty()) {
            throw new UsageException("--target FILE is missing");
        }
        return Path.of(app, "lib", "olimex-server.jar");
    }

    private static String stateDir() {
        String home = System.getenv("PIGENNY_HOME");
        return (home == null || home.isBlank() ? "" : home) + "/var/lib/olimex-server";
    }
}
