// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.backup;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.pigenny.core.api.Backups.Progress;
import org.pigenny.core.app.Home;
import org.pigenny.core.app.Versions;
import org.pigenny.core.model.Message;

/** Writes one archive: under another name until it is whole and was read back. */
public final class Backup {
    static final String PREFIX = "pigenny-backup-";
    static final String SUFFIX = ".zip";
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final int CHUNK = 1 << 16;

    private final Home home;
    private final Inventory inventory;
    private final String site;
    private final boolean secrets;

    /**
     * @param csv folder of the daily files
     * @param site name of the house
     * @param secrets whether the PIN's hash and the token of the administration go with it
     */
    public Backup(Home home, Path csv, String site, boolean secrets) {
        this.home = home;
        this.inventory = new Inventory(home, csv);
        this.site = site;
        this.secrets = secrets;
    }

    /**
     * @param target a folder, or the name of a file to be
     * @return the archive
     * @throws BackupException in words; nothing is left behind
     */
    public Path write(Path target, Instant now, Progress progress) throws BackupException {
        Path file = Files.isDirectory(target) ? target.resolve(PREFIX + STAMP.format(now) + SUFFIX) : target;
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new BackupException(Message.of("backup.no_folder", String.valueOf(folder)));
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Path copy = home.data().resolve(".backup-" + STAMP.format(now) + ".db");
        try {
            forOwner(part);
            pack(part, copy, now, progress);
            ArchiveFile.check(part, progress);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            flush(folder);
            return file;
        } catch (IOException | RuntimeException e) {
            throw BackupException.writing(folder, e);
        } finally {
            remove(part);
            remove(copy);
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // The stick is gone or read-only: what was begun is no archive by its name.
        }
    }

    private static void forOwner(Path part) throws IOException {
        Files.deleteIfExists(part);
        if (Files.getFileStore(part.toAbsolutePath().getParent()).supportsFileAttributeView("posix")) {
            Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(part);
        }
    }

    private static void leaveSecretsOut(Map<String, Path> files) throws IOException {
        List<String> secret = new ArrayList<>();
        for (Map.Entry<String, Path> file : files.entrySet()) {
            if (Inventory.secret(file.getKey(), file.getValue())) {
                secret.add(file.getKey());
            }
        }
        files.keySet().removeAll(secret);
    }

    private void pack(Path part, Path copy, Instant now, Progress progress) throws IOException {
        Map<String, Path> files = inventory.present();
        if (!secrets) {
            leaveSecretsOut(files);
        }
        long database = 0;
        if (Files.exists(home.database())) {
            database = DatabaseCopy.make(home.database(), copy);
            files.put(Inventory.DATABASE, copy);
        }
        long total = 0;
        for (Path file : files.values()) {
            total += Files.exists(file) ? Files.size(file) : 0;
        }
        try (FileOutputStream out = new FileOutputStream(part.toFile());
                ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(out, CHUNK))) {
            List<Manifest.Part> parts = new ArrayList<>();
            // Half of the work is reading back.
            Counted counted = new Counted(progress, 2 * total);
            for (Map.Entry<String, Path> file : files.entrySet()) {
                add(zip, file.getKey(), file.getValue(), counted, parts);
            }
            zip.putNextEntry(new ZipEntry(Manifest.NAME));
            zip.write(new Manifest(Manifest.FORMAT, Versions.PROGRAM, now, site, database, parts).toJson()
                    .getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            zip.finish();
            zip.flush();
            out.getFD().sync();
        }
    }

    /** How many bytes have passed. */
    static final class Counted {
        private final Progress progress;
        private final long total;
        private long done;

        Counted(Progress progress, long total) {
            this.progress = progress;
            this.total = total;
        }

        void more(long bytes) {
            done += bytes;
            progress.at(Math.min(done, total), total);
        }
    }

    private static void add(ZipOutputStream zip, String name, Path file, Counted counted, List<Manifest.Part> parts)
            throws IOException {
        MessageDigest hash = ArchiveFile.sha256();
        long bytes = 0;
        boolean secret;
        try (InputStream in = open(file)) {
            secret = Inventory.secret(name, file);
            zip.putNextEntry(new ZipEntry(name));
            byte[] chunk = new byte[CHUNK];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                zip.write(chunk, 0, read);
                hash.update(chunk, 0, read);
                bytes += read;
                counted.more(read);
            }
            zip.closeEntry();
        } catch (NoSuchFileException gone) {
            // An old day or version that was cleared away meanwhile.
            return;
        }
        parts.add(new Manifest.Part(name, bytes, HexFormat.of().formatHex(hash.digest()), secret));
    }

    private static InputStream open(Path file) throws IOException {
        return Files.newInputStream(file);
    }

    static void flush(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
