// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.packaging;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launchers: which runtime they take, what they say when there is none, and that they become the program. */
class LauncherIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void pigenny_tells_its_commands() throws Exception {
        try (Program help = Program.start(Map.of(), Program.pigenny(), "--help")) {
            assertEquals(0, help.exitCode(LIMIT), help::said);
            for (String command : new String[]{"kiosk", "headless", "start", "stop", "force-stop", "reset", "status",
                "settings"}) {
                assertTrue(help.said().contains(command), () -> command + " is missing in\n" + help.said());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"olimex-server", "genserverstatus", "update-genserver"})
    void the_small_boards_programs_tell_their_options(String tool) throws Exception {
        try (Program help = Program.start(Map.of(), Program.olimex(tool), "--help")) {
            assertEquals(0, help.exitCode(LIMIT), help::said);
            assertTrue(help.said().contains(tool), help::said);
        }
    }

    @Test
    void both_programs_tell_the_version_that_they_were_built_as() throws Exception {
        for (Path program : new Path[]{Program.pigenny(), Program.olimex("olimex-server")}) {
            try (Program version = Program.start(Map.of(), program, "--version")) {
                assertEquals(0, version.exitCode(LIMIT), version::said);
                assertTrue(version.said().lines().anyMatch(line -> line.matches("\\S+ \\d+\\.\\d+\\.\\d+\\S*")),
                        version::said);
            }
        }
    }

    /** A service of the system that runs as root has no HOME. */
    @Test
    void without_a_home_a_java_is_found_all_the_same() throws Exception {
        for (Path program : new Path[]{Program.pigenny(), Program.olimex("olimex-server")}) {
            try (Program help = Program.start(Map.of(), Path.of("/usr/bin/env"), "-u", "HOME", "-u", "JAVA_HOME",
                    program.toString(), "--help")) {
                assertEquals(0, help.exitCode(LIMIT), help::said);
            }
        }
    }

    @Test
    void a_java_home_that_is_too_old_is_passed_over() throws Exception {
        Path old = fakeJava("old", "17.0.15", "echo too old; exit 1");
        try (Program help = Program.start(Map.of("JAVA_HOME", old.toString()), Program.pigenny(), "--help")) {
            assertEquals(0, help.exitCode(LIMIT), help::said);
        }
    }

    @Test
    void a_named_java_that_does_not_fit_is_mentioned_and_passed_over() throws Exception {
        Path old = fakeJava("old", "17.0.15", "echo too old; exit 1");
        try (Program help = Program.start(Map.of("PIGENNY_JAVA", old.toString()), Program.pigenny(), "--help")) {
            assertEquals(0, help.exitCode(LIMIT), help::said);
            help.await("pigenny: PIGENNY_JAVA=" + old + " is Java 17; Java 25 or newer is needed", LIMIT);
        }
    }

    @Test
    void a_named_java_that_fits_is_taken_before_all_others_and_is_the_program_itself() throws Exception {
        Path mine = fakeJava("mine", "26-ea", "echo pid $$");
        try (Program run = Program.start(Map.of("PIGENNY_JAVA", mine.toString()), Program.pigenny(), "--help")) {
            assertEquals(0, run.exitCode(LIMIT), run::said);
            assertEquals("pid " + run.process().pid(), run.said(), "the launcher execs");
        }
    }

    @Test
    void where_no_java_fits_it_says_what_to_install() throws Exception {
        Path app = folder.resolve("app");
        Files.createDirectories(app.resolve("bin"));
        Files.createDirectories(app.resolve("lib"));
        Path launcher = Files.copy(Program.pigenny(), app.resolve("bin/pigenny"));
        // The same file with a least version that nobody has yet.
        String finder = Files.readString(Path.of(System.getProperty("pigenny.folder"), "lib", "find-java.sh"));
        Files.writeString(app.resolve("lib/find-java.sh"), finder.replace("_least=$1", "_least=999"));
        try (Program run = Program.start(Map.of(), launcher, "--help")) {
            int code = run.exitCode(LIMIT);
            assertAll(() -> assertEquals(69, code),
                    () -> assertEquals(
                            "pigenny: Java 999 or newer is needed and none was found. Install it (Debian 13: apt install"
                                    + " openjdk-25-jre) or name one in PIGENNY_JAVA.",
                            run.said()));
        }
    }

    private Path fakeJava(String name, String version, String script) throws IOException {
        Path home = folder.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        Path java = Files.writeString(home.resolve("bin/java"), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        return home;
    }
}
