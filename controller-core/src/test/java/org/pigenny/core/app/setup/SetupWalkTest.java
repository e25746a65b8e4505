// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.pigenny.core.api.Commissioning.Standing;
import org.pigenny.core.api.Commissioning.State;
import org.pigenny.core.api.Commissioning.Step;
import org.pigenny.core.api.PinFile;
import org.pigenny.core.app.CoreBusyException;
import org.pigenny.core.app.HomeLock;
import org.pigenny.core.model.Origin;

/** The walk in a terminal, against a real relay server and a simulated inverter on a real pseudo-terminal. */
@Timeout(120)
class SetupWalkTest {
    private static final Origin WHO = new Origin("installer");
    private static final List<String> RELAYS_RIGHT = List.of("", "y", "", "y", "", "y", "", "y");

    @TempDir
    Path folder;

    private final StringWriter said = new StringWriter();
    private volatile CompletableFuture<?> hand = CompletableFuture.completedFuture("");
    private Rig rig;

    @BeforeEach
    void start() throws Exception {
        rig = new Rig(folder);
    }

    @AfterEach
    void end() throws Exception {
        hand.join();
        rig.close();
    }

    /** Somebody operates the starter's terminal when the walk asks for it, long enough for the server to see a fault. */
    private PrintWriter screen() {
        return new PrintWriter(said) {
            @Override
            public void println(String line) {
                super.println(line);
                if (line.startsWith("Now operate starter engaged")) {
                    hand = CompletableFuture.runAsync(SetupWalkTest.this::operateStarter);
                }
            }
        };
    }

    private void operateStarter() {
        try (Rig.Peer peer = rig.peer()) {
            peer.ask("SIMULATE welded_starter");
            peer.until("FAULT", "WELDED_STARTER"::equals);
            peer.ask("SIMULATE ok");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LocalDesk desk() {
        return new LocalDesk(rig.home, LocalDesk.place(rig.home, Map.of(), Map.of()));
    }

    private boolean walk(Optional<Step> only, List<String> answers) throws Exception {
        BufferedReader in = new BufferedReader(new StringReader(String.join("\n", answers) + "\n"));
        try (LocalDesk desk = desk()) {
            return new SetupWalk(desk, new Terminal(in, screen()), WHO).run(only);
        }
    }

    private State state() {
        try (LocalDesk desk = desk()) {
            return desk.walk().state();
        }
    }

    private static List<String> all(List<?>... parts) {
        return Stream.of(parts).flatMap(List::stream).map(String::valueOf).toList();
    }

    @Test
    void from_a_blank_card_to_the_end() throws Exception {
        List<String> inputs = List.of("s", "s", "");
        List<String> thresholds = List.of("", "", "45", "30", "", "", "", "", "45", "85", "", "", "");
        List<String> answers = all(List.of(""), List.of("", "", ""), List.of("", "y"), RELAYS_RIGHT, inputs,
                thresholds, List.of("", "2468", "2468"), List.of("", "Europe/Berlin"), List.of("y"));
        assertTrue(walk(Optional.empty(), answers), said::toString);
        State state = state();
        assertFalse(state.open());
        assertEquals("installer", state.finishedBy());
        assertEquals(List.of(), state.left());
        assertEquals(
                "IGN right, GLOW right, CHARGER right, START right, RUNNING skipped, IGNITION skipped, STARTER right",
                state.entry(Step.WIRING).note());
        assertTrue(new PinFile(rig.home.screen()).matches("2468"));
        try (LocalDesk desk = desk()) {
            assertEquals("85", value(desk, "generator.soc.stop"));
            assertEquals("Europe/Berlin", value(desk, "site.time_zone"));
        }
        assertTrue(said.toString().contains("stop"), "the wrong pair 45/30 was refused and asked for again");
        try (Stream<Path> reports = Files.list(rig.home.commissioningReports())) {
            String report = Files.readString(reports.findFirst().orElseThrow());
            assertTrue(report.contains("Wiring check     done"), report);
            assertTrue(report.contains("generator.soc.start = 45 %"), report);
            assertFalse(report.contains("2468"), report);
        }
        try (Rig.Peer peer = rig.peer()) {
            assertEquals("NONE", peer.status("FAULT"), "the fault of the operated input was cleared");
            assertEquals("NO", peer.status("MAINTENANCE"));
            assertEquals("OFF (0x00)", peer.status("RELAYS"));
        }
    }

    private static String value(LocalDesk desk, String key) {
        return desk.settings()
                .entries()
                .stream()
                .filter(entry -> entry.key().equals(key))
                .findFirst()
                .orElseThrow()
                .value();
    }

    @Test
    void it_can_be_left_and_continued_and_is_not_finished_before_every_step_is_settled() throws Exception {
        assertFalse(walk(Optional.empty(), List.of("s", "s", "q")));
        State state = state();
        assertTrue(state.open());
        assertEquals(Standing.SKIPPED, state.entry(Step.PORTS).standing());
        assertEquals(List.of(Step.WIRING, Step.THRESHOLDS, Step.PIN, Step.TIME_ZONE), state.left());
        assertTrue(walk(Optional.empty(), List.of("s", "s", "s", "s", "y")));
        assertFalse(state().open());
    }

    @Test
    void the_end_of_the_input_leaves_it_with_all_relays_off() throws Exception {
        assertFalse(walk(Optional.of(Step.WIRING), List.of("", "y", "")));
        try (Rig.Peer peer = rig.peer()) {
            assertEquals("OFF (0x00)", peer.status("RELAYS"));
            assertEquals("NO", peer.status("MAINTENANCE"));
        }
        assertEquals(Standing.OPEN, state().entry(Step.WIRING).standing());
    }

    @Test
    void without_an_isolated_engine_nothing_is_switched() throws Exception {
        try (Rig.Peer peer = rig.peer()) {
            assertFalse(walk(Optional.of(Step.WIRING), List.of("", "n")));
            assertEquals("NO", peer.status("MAINTENANCE"));
        }
        assertTrue(said.toString().contains("Nothing was switched"), said::toString);
    }

    @Test
    void a_running_engine_refuses_the_wiring_check() throws Exception {
        try (Rig.Peer peer = rig.peer()) {
            peer.ask("RUN");
            assertFalse(walk(Optional.of(Step.WIRING), List.of("", "y")));
            peer.ask("ESTOP");
        }
        assertTrue(said.toString().contains("not seen standing"), said::toString);
    }

    @Test
    void a_wiring_that_is_known_to_be_wrong_is_not_done() throws Exception {
        assertFalse(walk(Optional.of(Step.WIRING), all(List.of("", "y"), List.of("", "n"), List.of("s", "s", "s"),
                List.of("s", "s", "s"))));
        assertEquals(Standing.OPEN, state().entry(Step.WIRING).standing());
    }

    @Test
    void a_wiring_check_done_again_holds_starts_back_until_all_is_finished_anew() throws Exception {
        assertTrue(walk(Optional.empty(), List.of("s", "s", "s", "s", "s", "s", "y")));
        assertFalse(walk(Optional.of(Step.WIRING), List.of("", "y", "q")));
        assertTrue(state().open());
        assertTrue(state().finishedAt().isEmpty());
    }

    @Test
    void a_file_answers_in_place_of_a_person_but_not_for_the_wiring() throws Exception {
        Properties answers = new Properties();
        answers.putAll(Map.of("set.generator.soc.start", "42", "ports", "first", "relay_server", "look", "wiring",
                "skip", "thresholds", "keep", "pin", "1357", "time_zone", "skip", "finish", "yes"));
        try (LocalDesk desk = desk()) {
            Terminal terminal = new Terminal(new BufferedReader(new StringReader("")), screen());
            assertTrue(new SetupAnswers(desk, terminal, WHO, answers).run(), said::toString);
            assertFalse(desk.walk().state().open());
            assertEquals("42", value(desk, "generator.soc.start"));
            answers.setProperty("wiring", "done");
            assertFalse(new SetupAnswers(desk, terminal, WHO, answers).run());
        }
    }

    @Test
    void a_damaged_record_counts_as_not_done() throws Exception {
        assertTrue(walk(Optional.empty(), List.of("s", "s", "s", "s", "s", "s", "y")));
        Files.writeString(rig.home.durableState().resolve("commissioning.json"), "{\"opened\":fal");
        assertTrue(state().open());
    }

    @Test
    void beside_a_running_core_the_files_are_not_touched() {
        HomeLock running = HomeLock.take(rig.home);
        assertThrows(CoreBusyException.class, this::desk);
        running.close();
    }
}
