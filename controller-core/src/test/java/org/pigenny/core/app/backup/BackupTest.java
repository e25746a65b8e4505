// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.pigenny.core.api.Backups.Archive;
import org.pigenny.core.api.Backups.Progress;
import org.pigenny.core.api.PinFile;

/** Settings and data to a stick and back. */
@Timeout(120)
class BackupTest {
    @TempDir
    Path folder;

    private House old() throws Exception {
        return House.lived(folder.resolve("old"), 5);
    }

    private Path stick() throws IOException {
        return Files.createDirectories(folder.resolve("stick"));
    }

    private static String key(BackupException e) {
        return e.words().key();
    }

    @Test
    void a_new_card_takes_all_of_the_old_one() throws Exception {
        House old = old();
        Path archive = old.backUp(stick());
        assertEquals("pigenny-backup-20260203-040506.zip", archive.getFileName().toString());
        House fresh = new House(folder.resolve("new"));
        fresh.restore().stage(archive, "somebody", Progress.NONE);
        assertTrue(Restore.applyPending(fresh.home).isPresent());
        assertEquals(old.content(), fresh.content());
        assertEquals(old.rows(), fresh.rows());
        assertTrue(new PinFile(fresh.home.screen()).matches(House.PIN));
        assertFalse(Restore.pending(fresh.home));
    }

    @Test
    void what_was_there_is_set_aside_and_never_lost() throws Exception {
        Path archive = old().backUp(stick());
        House present = House.lived(folder.resolve("present"), 1);
        present.file("data/state/newer.json", "{}\n");
        Map<String, String> before = present.content();
        present.restore().stage(archive, "somebody", Progress.NONE);
        assertEquals(before, present.content(), "staged only");
        Path aside = Restore.applyPending(present.home).orElseThrow();
        assertFalse(present.content().containsKey("data/state/newer.json"));
        assertTrue(Files.exists(aside.resolve("data/state/newer.json")));
        assertTrue(Files.exists(aside.resolve("data/controller.db")));
        assertEquals(before.get("settings/settings.toml"), Files.readString(aside.resolve("settings/settings.toml")));
    }

    @Test
    void the_history_is_of_one_instant_while_somebody_writes() throws Exception {
        House old = old();
        AtomicBoolean end = new AtomicBoolean();
        CountDownLatch under = new CountDownLatch(200);
        CompletableFuture<?> writer = CompletableFuture.runAsync(() -> write(old, end, under));
        assertTrue(under.await(60, TimeUnit.SECONDS));
        long before = old.rows();
        Path archive = old.backUp(stick());
        end.set(true);
        writer.join();
        House fresh = new House(folder.resolve("new"));
        fresh.restore().stage(archive, "somebody", Progress.NONE);
        Restore.applyPending(fresh.home);
        assertEquals(1, DatabaseCopy.version(fresh.home.database()));
        assertTrue(fresh.rows() >= before && fresh.rows() <= old.rows(), before + " " + fresh.rows());
    }

    private static void write(House house, AtomicBoolean end, CountDownLatch under) {
        try (Connection database = house.database();
                PreparedStatement insert = database
                        .prepareStatement("INSERT INTO sample VALUES (?, hex(randomblob(500)))")) {
            database.createStatement().execute("PRAGMA busy_timeout = 10000");
            for (int i = 1; !end.get(); i++) {
                insert.setInt(1, i);
                insert.executeUpdate();
                under.countDown();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_damaged_archive_is_refused_wherever_it_is_damaged_and_nothing_changes() throws Exception {
        Path archive = old().backUp(stick());
        byte[] whole = Files.readAllBytes(archive);
        House present = House.lived(folder.resolve("present"), 1);
        Map<String, String> before = present.content();
        int refused = 0;
        for (int at = 31; at < whole.length; at += Math.max(1, whole.length / 40)) {
            byte[] bad = whole.clone();
            bad[at] ^= 0x55;
            Files.write(archive, bad);
            refused += refused(archive, folder.resolve("card-" + at)) ? 1 : 0;
        }
        assertTrue(refused >= 20, "refused " + refused);
        Files.write(archive, java.util.Arrays.copyOf(whole, whole.length / 2));
        assertEquals("restore.no_archive", key(assertThrows(BackupException.class,
                () -> present.restore().stage(archive, "somebody", Progress.NONE))));
        assertEquals(before, present.content());
    }

    /** What is not refused is whole: a date in the container that nobody reads may be wrong, a file never. */
    private boolean refused(Path archive, Path card) throws Exception {
        House house = new House(card);
        try {
            house.restore().stage(archive, "somebody", Progress.NONE);
        } catch (BackupException e) {
            assertEquals(Map.of(), house.content());
            return true;
        }
        Restore.applyPending(house.home);
        assertEquals(new House(folder.resolve("old")).content(), house.content());
        return false;
    }

    @Test
    void an_archive_of_a_later_program_is_refused() throws Exception {
        Path archive = old().backUp(stick());
        try (FileSystem zip = FileSystems.newFileSystem(archive)) {
            Path manifest = zip.getPath(Manifest.NAME);
            Files.writeString(manifest, Files.readString(manifest).replaceFirst("\"format\" ?: ?1", "\"format\": 2"));
        }
        assertEquals("restore.newer", key(assertThrows(BackupException.class,
                () -> new House(folder.resolve("new")).restore().stage(archive, "x", Progress.NONE))));
    }

    @Test
    void a_name_that_leads_outside_is_refused() throws Exception {
        Path archive = old().backUp(stick());
        try (FileSystem zip = FileSystems.newFileSystem(archive)) {
            Path manifest = zip.getPath(Manifest.NAME);
            Files.writeString(manifest, Files.readString(manifest)
                    .replace("data/state/control_memory.json", "data/../../../outside.json"));
        }
        assertEquals("restore.outside", key(assertThrows(BackupException.class,
                () -> new House(folder.resolve("new")).restore().stage(archive, "x", Progress.NONE))));
    }

    @Test
    void the_archive_is_for_its_owner_alone_and_may_be_made_without_secrets() throws Exception {
        House old = old();
        Path archive = old.backUp(stick());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(archive)));
        Path key = old.home.settings().resolve("tunnel/key");
        Files.createDirectories(old.home.settings().resolve("tunnel"));
        Files.writeString(key, "for its owner alone\n");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        House fresh = new House(folder.resolve("new"));
        fresh.restore().stage(old.backUp(stick()), "somebody", Progress.NONE);
        Restore.applyPending(fresh.home);
        assertEquals("rw-------", PosixFilePermissions
                .toString(Files.getPosixFilePermissions(fresh.home.settings().resolve("tunnel/key"))));
        Path open = new Backup(old.home, old.home.logs(), "", false).write(stick().resolve("open.zip"), Instant.EPOCH,
                Progress.NONE);
        try (ArchiveFile file = new ArchiveFile(open)) {
            assertTrue(file.content()
                    .parts()
                    .stream()
                    .noneMatch(part -> part.name().contains("token") || part.name().endsWith("/key")
                            || part.name().endsWith("/pin")));
            assertTrue(file.content().parts().stream().anyMatch(part -> part.name().endsWith("settings.toml")));
        }
    }

    @Test
    void the_newest_archive_of_all_sticks_comes_first_and_others_are_left_out() throws Exception {
        House old = old();
        Path sticks = folder.resolve("sticks");
        Path one = Files.createDirectories(sticks.resolve("one"));
        Path two = Files.createDirectories(sticks.resolve("two"));
        Backup backup = new Backup(old.home, old.home.logs(), "Hill house", true);
        backup.write(one, Instant.parse("2026-02-03T04:05:06Z"), Progress.NONE);
        Path newest = backup.write(two, Instant.parse("2026-03-03T04:05:06Z"), Progress.NONE);
        Files.writeString(one.resolve("pigenny-backup-20270101-000000.zip"), "no zip at all");
        List<Archive> found = new Sticks(List.of(sticks), false).archives();
        assertEquals(2, found.size());
        assertEquals(newest, found.getFirst().file());
        assertEquals("Hill house", found.getFirst().site());
    }

    @Test
    void progress_is_told_to_its_end() throws Exception {
        House old = old();
        List<Long> shares = new ArrayList<>();
        new Backup(old.home, old.home.logs(), "", true).write(stick(), Instant.EPOCH,
                (done, total) -> shares.add(done * 1000 / total));
        assertEquals(shares.stream().sorted().toList(), shares);
        assertEquals(1000, shares.getLast());
    }

    private Path mounted(String size) throws Exception {
        Path stick = stick();
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", stick.toString()) == 0,
                "no right to mount a small disk");
        return stick;
    }

    private static int run(String... command) throws Exception {
        return new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private static long files(Path place) throws IOException {
        try (Stream<Path> all = Files.list(place)) {
            return all.count();
        }
    }

    @Test
    void a_full_stick_is_told_and_left_as_it_was() throws Exception {
        House old = old();
        old.file("logs/data_20260102.csv", noise(200_000));
        Path stick = mounted("64k");
        try {
            assertEquals("backup.full", key(assertThrows(BackupException.class, () -> old.backUp(stick))));
            assertEquals(0, files(stick));
        } finally {
            run("umount", stick.toString());
        }
    }

    private static String noise(int length) {
        java.util.Random random = new java.util.Random(1);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) (33 + random.nextInt(90)));
        }
        return text.toString();
    }

    @Test
    void a_write_protected_stick_is_told() throws Exception {
        House old = old();
        Path stick = mounted("1m");
        try {
            assertEquals(0, run("mount", "-o", "remount,ro", stick.toString()));
            assertEquals("backup.read_only", key(assertThrows(BackupException.class, () -> old.backUp(stick))));
        } finally {
            run("umount", stick.toString());
        }
    }

    @Test
    void no_stick_is_told() throws Exception {
        House old = old();
        assertEquals("backup.no_folder", key(assertThrows(BackupException.class,
                () -> old.backUp(folder.resolve("nowhere/a.zip")))));
    }

    @Test
    void a_stick_pulled_out_midway_is_told_and_holds_no_archive() throws Exception {
        House old = old();
        Path stick = mounted("8m");
        AtomicBoolean pulled = new AtomicBoolean();
        Progress pull = (done, total) -> {
            if (!pulled.getAndSet(true)) {
                try {
                    run("umount", "-l", stick.toString());
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
        };
        BackupException told = assertThrows(BackupException.class,
                () -> new Backup(old.home, old.home.logs(), "", true).write(stick, Instant.EPOCH, pull));
        assertTrue(List.of("backup.gone", "restore.unreadable").contains(key(told)), told::getMessage);
        assertEquals(0, files(stick));
        assertEquals(0, new String(Files.readAllBytes(Files.createFile(folder.resolve("x"))), StandardCharsets.UTF_8)
                .length());
    }
}
