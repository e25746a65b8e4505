// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.pigenny.core.api.Backups.Progress;
import org.pigenny.core.app.Home;
import org.pigenny.core.json.AtomicFile;
import org.pigenny.core.json.Json;
import org.pigenny.core.model.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts an archive in the place of what is there, in two halves (decision 0072). {@link #stage} unpacks and proves all of it
 * beside the data and changes nothing. {@link #apply} sets the present files aside and moves the new ones in; cut off at any
 * point it goes on from there when it is called again, so nobody ever runs on a mixture.
 */
public final class Restore {
    private static final Logger LOG = LoggerFactory.getLogger(Restore.class);
    private static final String PART = Inventory.STAGED + "part";
    private static final String READY = Inventory.STAGED + "ready";
    private static final String ORDER = "order.json";
    private static final String ASIDE_DONE = "aside.done";
    private static final String FILES = "files";
    private static final long SPARE_BYTES = 10 << 20;
    /** What was restored from where by whom, for the log; taken by the next core. */
    public static final String TOLD = "restored.json";

    private final Home home;
    private final Inventory inventory;
    private final Path csv;

    /** @param csv folder of the daily files */
    public Restore(Home home, Path csv) {
        this.home = home;
        this.csv = csv;
        inventory = new Inventory(home, csv);
    }

    /**
     * Unpacks an archive beside the data, proves it whole, and leaves it ready.
     *
     * @throws BackupException in words; nothing was changed
     */
    public void stage(Path archive, String who, Progress progress) throws BackupException {
        Path part = home.data().resolve(PART);
        try (ArchiveFile file = new ArchiveFile(archive)) {
            Files.createDirectories(home.data());
            delete(part);
            checkPlace(file.content());
            unpack(file, part.resolve(FILES), progress);
            AtomicFile.write(part.resolve(ORDER),
                    Json.pretty(Json.object("archive", archive.toString(), "csv", csv.toString(), "made_at",
                            file.content().madeAt().toString(), "who", who, "aside",
                            Inventory.ASIDE + archive.getFileName().toString().replaceAll("[^0-9-]", "") + "-"
                                    + Long.toString(System.currentTimeMillis(), Character.MAX_RADIX))));
            Path ready = home.data().resolve(READY);
            delete(ready);
            Files.move(part, ready, StandardCopyOption.ATOMIC_MOVE);
            Backup.flush(home.data());
        } catch (IOException | RuntimeException e) {
            throw BackupException.writing(home.data(), e);
        } finally {
            quietly(part);
        }
    }

    /** Whoever must not write the settings learns it before anything happens. */
    private void checkPlace(Manifest manifest) throws IOException {
        if (Files.getFileStore(home.data()).getUsableSpace() < manifest.bytes() + SPARE_BYTES) {
            throw new BackupException(Message.of("backup.full", home.data().toString()));
        }
        for (Manifest.Part part : manifest.parts()) {
            Path place = inventory.place(part.name()).normalize();
            boolean inside = List.of(home.settings(), home.data(), home.screen(), inventory.place("csv/x").getParent())
                    .stream()
                    .anyMatch(place::startsWith);
            if (!inside) {
                throw new BackupException(Message.of("restore.outside", part.name()));
            }
        }
        Path settings = home.settings();
        boolean writable = Files.isDirectory(settings)
                ? Files.isWritable(settings)
                : Files.isWritable(nearest(settings));
        if (!writable) {
            throw new BackupException(Message.of("restore.settings_unwritable", settings.toString()));
        }
    }

    private static Path nearest(Path folder) {
        Path there = folder;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return there;
    }

    private static void unpack(ArchiveFile file, Path folder, Progress progress) throws IOException {
        Backup.Counted counted = new Backup.Counted(progress, file.content().bytes());
        for (Manifest.Part part : file.content().parts()) {
            Path place = folder.resolve(part.name()).normalize();
            if (!place.startsWith(folder)) {
                throw new BackupException(Message.of("restore.outside", part.name()));
            }
            Files.createDirectories(place.getParent());
            try (OutputStream out = Files.newOutputStream(place)) {
                file.copy(part, out, counted);
            }
            mode(place, part.secret());
            if (part.name().equals(Inventory.DATABASE)) {
                DatabaseCopy.version(place);
            }
        }
    }

    private static void mode(Path file, boolean secret) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file,
                    PosixFilePermissions.fromString(secret ? "rw-------" : "rw-r--r--"));
        }
    }

    /** Whether one waits to be applied. */
    public static boolean pending(Home home) {
        return Files.exists(home.data().resolve(READY).resolve(ORDER));
    }

    /**
     * Carries out what was staged; nobody else may use the data meanwhile. Without anything staged nothing happens.
     *
     * @return the folder with what was there before; empty when nothing was staged
     */
    public static Optional<Path> applyPending(Home home) throws BackupException {
        if (!pending(home)) {
            quietly(home.data().resolve(PART));
            return Optional.empty();
        }
        try {
            Map<String, ?> order = Json.readObject(Files.readString(home.data().resolve(READY).resolve(ORDER)))
                    .orElseThrow(() -> new BackupException(Message.of("restore.damaged", READY, ORDER)));
            Path csv = Path.of(String.valueOf(order.get("csv")));
            return Optional.of(new Restore(home, csv).apply(order));
        } catch (IOException e) {
            throw BackupException.writing(home.data(), e);
        }
    }

    private Path apply(Map<String, ?> order) throws BackupException {
        Path ready = home.data().resolve(READY);
        try {
            Path aside = home.data().resolve(String.valueOf(order.get("aside")));
            if (!Files.exists(ready.resolve(ASIDE_DONE))) {
                setAside(aside);
                AtomicFile.write(ready.resolve(ASIDE_DONE), "");
            }
            moveIn(ready.resolve(FILES));
            AtomicFile.write(home.data().resolve(TOLD), Json.pretty(order));
            own(home.data().resolve(TOLD));
            Files.delete(ready.resolve(ORDER));
            delete(ready);
            LOG.info("Restored from {}; what was there before is in {}", order.get("archive"), aside);
            return aside;
        } catch (IOException | RuntimeException e) {
            throw BackupException.writing(home.data(), e);
        }
    }

    private void setAside(Path aside) throws IOException {
        Map<String, Path> present = inventory.present();
        for (String tail : List.of("", "-wal", "-shm")) {
            Path database = home.data().resolve("controller.db" + tail);
            if (Files.exists(database)) {
                present.put(Inventory.DATABASE + tail, database);
            }
        }
        for (Map.Entry<String, Path> file : present.entrySet()) {
            if (!file.getKey().startsWith(Inventory.CSV + "/")) {
                move(file.getValue(), aside.resolve(file.getKey()));
            }
        }
    }

    private void moveIn(Path files) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(files)) {
            all = walk.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : all) {
            Path place = inventory.place(files.relativize(file).toString());
            move(file, place);
            own(place);
        }
    }

    /** Over file systems, too: whole under another name first. */
    private static void move(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (java.nio.file.AtomicMoveNotSupportedException e) {
            Path part = to.resolveSibling(to.getFileName() + ".part");
            Files.copy(from, part, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            Files.move(part, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Files.delete(from);
        }
        Backup.flush(Objects.requireNonNull(to.getParent()));
    }

    /** The administrator restores for the core's user. */
    private void own(Path file) throws IOException {
        UserPrincipal owner = Files.getOwner(home.data());
        for (Path one = file; one != null && !one.equals(home.data()) && !one.equals(home.settings())
                && one.startsWith(home.data()); one = one.getParent()) {
            if (!Files.getOwner(one).equals(owner)) {
                Files.setOwner(one, owner);
            }
        }
    }

    private static void quietly(Path folder) {
        try {
            delete(folder);
        } catch (IOException e) {
            LOG.warn("{} cannot be cleared away: {}", folder, e.toString());
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path one : all) {
            Files.deleteIfExists(one);
        }
    }
}
