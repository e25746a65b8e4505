// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.pigenny.core.api.Commissioning;
import org.pigenny.core.api.Commissioning.Bench;
import org.pigenny.core.api.Commissioning.Standing;
import org.pigenny.core.api.Commissioning.Step;
import org.pigenny.core.api.CoreSnapshot;
import org.pigenny.core.api.Wiring;
import org.pigenny.core.app.cli.PigennyCli;
import org.pigenny.core.app.setup.Rig;
import org.pigenny.core.model.Command;
import org.pigenny.core.model.GeneratorState;
import org.pigenny.core.model.LinkReport;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Outcome;

/** A real core with its real devices on an appliance that is not commissioned. The battery is at 44 %, starts are below 60 %. */
@Timeout(180)
class CommissioningCoreTest {
    private static final Origin WHO = new Origin("installer");

    @TempDir
    Path folder;

    private static CoreBench core(Rig rig) throws Exception {
        Files.writeString(rig.home.settingsFile(),
                Files.readString(rig.home.settingsFile()) + "[generator.soc]\nstart = 60\n");
        return new CoreBench(rig.root, options -> options.withParts(new RealParts()));
    }

    private static boolean links(CoreSnapshot now) {
        return now.relayLink().state() == LinkReport.State.UP && now.inverterLink().state() == LinkReport.State.UP;
    }

    private static boolean blocked(CoreSnapshot now, String key) {
        return now.control().why().points().stream().anyMatch(point -> point.text().key().equals(key));
    }

    @Test
    void nothing_starts_before_the_end_and_what_is_due_starts_after_it() throws Exception {
        try (Rig rig = new Rig(folder); CoreBench bench = core(rig)) {
            bench.await("links and a block", now -> links(now) && blocked(now, "block.wiring_unchecked"));
            Outcome start = bench.core.submit(new Command.StartUntilStopped(), WHO);
            assertInstanceOf(Outcome.Refused.class, start);
            Commissioning walk = bench.core.commissioning().orElseThrow();
            assertTrue(walk.state().open());
            assertInstanceOf(Outcome.Refused.class, walk.finish(WHO));
            walk.settle(Step.WIRING, Standing.DONE, "", WHO);
            CoreSnapshot held = bench.await("automatic starts held", now -> !blocked(now, "block.wiring_unchecked")
                    && blocked(now, "block.commissioning"));
            assertEquals(GeneratorState.IDLE, held.control().state());
            assertInstanceOf(Outcome.Accepted.class, held.control().startPermit());
            for (Step step : walk.state().left()) {
                assertInstanceOf(Outcome.Accepted.class, walk.settle(step, Standing.SKIPPED, "", WHO));
            }
            assertInstanceOf(Outcome.Accepted.class, walk.finish(WHO));
            bench.await("a start", now -> now.control().state() == GeneratorState.STARTING
                    || now.control().state() == GeneratorState.RUNNING);
        }
    }

    @Test
    void the_inverter_is_found_while_the_poller_owns_the_line_and_the_link_comes_back() throws Exception {
        try (Rig rig = new Rig(folder); CoreBench bench = core(rig)) {
            bench.await("links", CommissioningCoreTest::links);
            Commissioning.Search search = bench.core.commissioning().orElseThrow().findInverter();
            assertEquals(1, search.found().size(), search::toString);
            assertEquals(19_200, search.found().getFirst().baud());
            long requests = bench.core.snapshot().inverterLink().requests();
            bench.await("the link again", now -> links(now) && now.inverterLink().requests() > requests);
            assertTrue(bench.core.commissioning().orElseThrow().lookAtRelayServer() instanceof Outcome.Accepted);
        }
    }

    @Test
    void an_input_operated_by_hand_leaves_no_error_behind() throws Exception {
        try (Rig rig = new Rig(folder); CoreBench bench = core(rig); Rig.Peer peer = rig.peer()) {
            bench.await("links", CommissioningCoreTest::links);
            Bench.Ready ready = assertInstanceOf(Bench.Ready.class,
                    bench.core.commissioning().orElseThrow().openWiring(true, WHO));
            try (Wiring wiring = ready.wiring()) {
                assertInstanceOf(Outcome.Accepted.class, wiring.pulse(Wiring.Relay.IGN));
                peer.ask("SIMULATE welded_starter");
                bench.await("the error", now -> now.control().state() == GeneratorState.ERROR);
                peer.ask("SIMULATE ok");
            }
            bench.await("no error", now -> now.control().state() == GeneratorState.IDLE);
            assertEquals("NO", peer.status("MAINTENANCE"));
        }
    }

    @Test
    void the_command_works_beside_the_running_core() throws Exception {
        try (Rig rig = new Rig(folder); CoreBench bench = core(rig)) {
            bench.await("links", CommissioningCoreTest::links);
            Path answers = Files.write(folder.resolve("answers"),
                    List.of("ports = first", "relay_server = look", "wiring = skip", "thresholds = keep", "pin = 1357",
                            "time_zone = Europe/Berlin", "set.generator.soc.start = 20", "finish = yes"));
            ProcessBuilder builder = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                    "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                    PigennyCli.class.getName(), "setup", "--answers", answers.toString());
            builder.environment().putAll(Map.of(Home.VARIABLE, rig.root.toString()));
            Process setup = builder.redirectErrorStream(true).start();
            String said = new String(setup.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, setup.waitFor(), said);
            assertTrue(said.contains("The report is"), said);
            bench.await("the change", now -> now.settings().generator().soc().start() == 20);
            assertEquals("Europe/Berlin", bench.core.snapshot().settings().site().timeZone());
            assertTrue(!bench.core.commissioning().orElseThrow().state().open());
        }
    }
}
