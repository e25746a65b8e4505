// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pigenny.core.api.Backups.Progress;
import org.pigenny.core.app.Home;

/** A restore cut off at any point ends as the whole of the archive: a real process is killed in the middle of it. */
@Timeout(180)
class RestoreCutOffTest {
    private static final int FILES = 400;

    @TempDir
    Path folder;

    /** Applies what was staged, in a process of its own. */
    static final class Main {
        private Main() {}

        public static void main(String[] arguments) throws BackupException {
            Restore.applyPending(Home.under(Path.of(arguments[0])));
        }
    }

    /** @param share of the way, in percent: below 50 while the old files are set aside, above while the new ones come */
    @ParameterizedTest
    @ValueSource(ints = {5, 30, 55, 80})
    void killed_on_the_way_it_ends_as_the_whole_archive(int share) throws Exception {
        House old = House.lived(folder.resolve("old"), FILES);
        Path archive = old.backUp(Files.createDirectories(folder.resolve("stick")));
        House card = House.lived(folder.resolve("card"), FILES);
        card.file("settings/settings.toml", "[generator.soc]\nstart = 66\n");
        card.restore().stage(archive, "somebody", Progress.NONE);
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
                Main.class.getName(), folder.resolve("card").toString()).inheritIO().start();
        while (process.isAlive() && done(card.home) < share * 2 * FILES / 100) {
            Thread.onSpinWait();
        }
        process.destroyForcibly().waitFor();
        Restore.applyPending(card.home);
        assertEquals(old.content(), card.content());
        assertEquals(old.rows(), card.rows());
    }

    /** Files that have gone their way. */
    private static int done(Home home) throws IOException {
        long aside;
        try (Stream<Path> folders = Files.list(home.data())) {
            aside = folders.filter(one -> String.valueOf(one.getFileName()).startsWith(Inventory.ASIDE))
                    .mapToLong(one -> count(one.resolve("data/more")))
                    .sum();
        }
        long left = count(home.data().resolve("restore.ready/files/data/more"));
        boolean moving = Files.exists(home.data().resolve("restore.ready/aside.done"));
        return (int) (aside + (moving ? FILES - left : 0));
    }

    private static long count(Path place) {
        String[] names = place.toFile().list();
        return names == null ? 0 : names.length;
    }

    @Test
    void cut_off_while_it_unpacks_nothing_has_changed() throws Exception {
        House old = House.lived(folder.resolve("old"), 3);
        Path archive = old.backUp(Files.createDirectories(folder.resolve("stick")));
        House card = House.lived(folder.resolve("card"), 2);
        Map<String, String> before = card.content();
        Files.createDirectories(card.home.data().resolve("restore.part/files/data"));
        Files.writeString(card.home.data().resolve("restore.part/files/data/half.json"), "{");
        assertTrue(Restore.applyPending(card.home).isEmpty());
        assertEquals(before, card.content());
        assertTrue(Files.notExists(card.home.data().resolve("restore.part")));
        assertTrue(Files.exists(archive));
    }
}
