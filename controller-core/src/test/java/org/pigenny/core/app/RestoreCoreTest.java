// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.pigenny.core.api.Backups;
import org.pigenny.core.api.Backups.Progress;
import org.pigenny.core.app.setup.Rig;
import org.pigenny.core.model.LinkReport;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Outcome;

/** Backup and restore of a running core. */
@Timeout(180)
class RestoreCoreTest {
    private static final Origin WHO = new Origin("screen");

    @TempDir
    Path folder;

    @Test
    void a_running_core_writes_a_stick_and_begins_anew_with_it() throws Exception {
        Path stick = Files.createDirectories(folder.resolve("sticks/blue"));
        CompletableFuture<Integer> ended = new CompletableFuture<>();
        try (Rig rig = new Rig(folder)) {
            CoreBench bench = new CoreBench(rig.root, options -> options.withParts(new RealParts())
                    .withEnvironment(Map.of("PIGENNY_STICKS", folder.resolve("sticks").toString()))
                    .withHalt(ended::complete));
            bench.await("the relay server", now -> now.relayLink().state() == LinkReport.State.UP);
            bench.core.settings().change(Map.of("generator.soc.start", "33"), WHO);
            Backups backups = bench.core.backups().orElseThrow();
            assertEquals(stick, backups.sticks().getFirst());
            assertInstanceOf(Outcome.Accepted.class, backups.backUp(stick, Progress.NONE));
            bench.core.settings().change(Map.of("generator.soc.start", "44"), WHO);
            try (Rig.Peer peer = rig.peer()) {
                peer.ask("RUN");
                Outcome.Refused refused = assertInstanceOf(Outcome.Refused.class,
                        backups.restore(backups.archives().getFirst().file(), WHO, Progress.NONE));
                assertEquals("restore.engine_on", refused.why().key());
                peer.ask("HALT");
                peer.until("PHASE", "off"::equals);
            }
            assertInstanceOf(Outcome.Accepted.class,
                    backups.restore(backups.archives().getFirst().file(), WHO, Progress.NONE));
            assertEquals(BeginAnew.EXIT, ended.get(60, TimeUnit.SECONDS));
            try (CoreBench next = new CoreBench(rig.root, options -> options.withParts(new RealParts()))) {
                assertEquals(33, next.core.snapshot().settings().generator().soc().start());
                assertTrue(next.core.snapshot()
                        .newest()
                        .stream()
                        .anyMatch(event -> event.text().key().equals("restore.told")
                                && event.origin().equals(WHO)));
            }
        }
    }
}
