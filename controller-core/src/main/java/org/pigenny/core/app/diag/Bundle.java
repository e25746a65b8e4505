// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.diag;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.pigenny.core.app.Home;
import org.pigenny.core.logging.RecordsBundle;

/** One file for whoever helps: findings, state files, settings and records. No token, no key file, no value of a secret. */
public final class Bundle {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Bundle() {}

    public static String text(List<Finding> findings) {
        StringBuilder text = new StringBuilder();
        for (Finding finding : findings) {
            text.append(finding.step())
                    .append(" ")
                    .append(finding.title())
                    .append(": ")
                    .append(finding.verdict())
                    .append("\n  asked: ")
                    .append(finding.asked())
                    .append("\n  ")
                    .append(finding.answer().replace("\n", "\n  "))
                    .append("\n");
        }
        return text.toString();
    }

    /** Writes the bundle into the folder and answers its path. */
    public static Path write(Path folder, Home home, List<Finding> findings, Instant now) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve("diag_" + NAME.format(now) + ".zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            Secrets secrets = Secrets.of(home);
            add(zip, "findings.txt", secrets.without(text(findings)));
            addFiles(zip, secrets, "state/", home.state(), ".json");
            addFiles(zip, secrets, "durable/", home.durableState(), ".json");
            addFiles(zip, secrets, "settings/", home.settings(), ".toml");
            addFiles(zip, secrets, "versions/", home.versions(), ".json");
            RecordsBundle.add(zip, home.database(), home.recordings(), now);
        }
        return file;
    }

    private static void addFiles(ZipOutputStream zip, Secrets secrets, String prefix, Path folder, String suffix)
            throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(suffix)).sorted().toList()) {
                add(zip, prefix + file.getFileName(), Tools.file(file).map(secrets::without).orElse("cannot be read"));
            }
        }
    }

    private static void add(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
