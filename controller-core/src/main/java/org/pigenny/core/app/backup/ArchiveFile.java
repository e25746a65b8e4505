// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.pigenny.core.api.Backups;
import org.pigenny.core.api.Backups.Progress;
import org.pigenny.core.logging.store.StoreFile;
import org.pigenny.core.model.Message;

/** An archive as it is read. The manifest comes first, and nothing is believed that does not fit it. */
final class ArchiveFile implements AutoCloseable {
    private static final int CHUNK = 1 << 16;
    private static final int LONGEST_MANIFEST = 16 << 20;

    private final Path file;
    private final ZipFile zip;
    private final Manifest manifest;

    /** @throws BackupException when it is no archive, damaged, or of a later program */
    ArchiveFile(Path file) throws IOException {
        this.file = file;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw new BackupException(Message.of("restore.no_archive", file.toString()));
        } catch (IOException e) {
            throw new BackupException(
                    Message.of("restore.unreadable", file.toString(), BackupException.reason(e)));
        }
        try {
            manifest = manifest();
        } catch (IOException e) {
            zip.close();
            throw e;
        }
    }

    private Manifest manifest() throws IOException {
        ZipEntry entry = zip.getEntry(Manifest.NAME);
        if (entry == null || entry.getSize() > LONGEST_MANIFEST) {
            throw new BackupException(Message.of("restore.no_archive", file.toString()));
        }
        try (InputStream in = zip.getInputStream(entry)) {
            Manifest read = Manifest.read(new String(in.readNBytes(LONGEST_MANIFEST), StandardCharsets.UTF_8))
                    .orElseThrow(() -> new BackupException(Message.of("restore.damaged", file.toString(),
                            Manifest.NAME)));
            if (read.format() > Manifest.FORMAT || read.database() > StoreFile.newestVersion()) {
                throw new BackupException(Message.of("restore.newer", file.toString(), read.program()));
            }
            return read;
        } catch (ZipException e) {
            throw new BackupException(Message.of("restore.damaged", file.toString(), Manifest.NAME));
        }
    }

    Manifest content() {
        return manifest;
    }

    Backups.Archive described() {
        return new Backups.Archive(file, manifest.madeAt(), manifest.site(), manifest.program(), manifest.bytes());
    }

    /** Copies one file out and proves it. */
    void copy(Manifest.Part part, OutputStream out, Backup.Counted counted) throws IOException {
        ZipEntry entry = zip.getEntry(part.name());
        MessageDigest hash = sha256();
        long bytes = 0;
        if (entry == null) {
            throw damaged(part);
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] chunk = new byte[CHUNK];
            for (int read = read(in, chunk, part); read >= 0; read = read(in, chunk, part)) {
                out.write(chunk, 0, read);
                hash.update(chunk, 0, read);
                bytes += read;
                counted.more(read);
            }
        }
        if (bytes != part.bytes() || !HexFormat.of().formatHex(hash.digest()).equals(part.sha256())) {
            throw damaged(part);
        }
    }

    private int read(InputStream in, byte[] chunk, Manifest.Part part) throws BackupException {
        try {
            return in.read(chunk);
        } catch (IOException e) {
            throw damaged(part);
        }
    }

    private BackupException damaged(Manifest.Part part) {
        return new BackupException(Message.of("restore.damaged", file.toString(), part.name()));
    }

    /** Reads the whole back; the progress goes on from its middle. */
    static void check(Path file, Progress progress) throws IOException {
        try (ArchiveFile archive = new ArchiveFile(file)) {
            long total = archive.manifest.bytes();
            Backup.Counted counted = new Backup.Counted((done, all) -> progress.at(total + done, 2 * total), total);
            for (Manifest.Part part : archive.manifest.parts()) {
                archive.copy(part, OutputStream.nullOutputStream(), counted);
            }
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
