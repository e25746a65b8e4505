// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.pigenny.core.app.Home;

/** Which files belong to the appliance's settings and data, by their names in an archive. */
final class Inventory {
    static final String SETTINGS = "settings";
    static final String DATA = "data";
    static final String SCREEN = "screen";
    static final String CSV = "csv";
    static final String DATABASE = DATA + "/controller.db";
    /** Present data set aside by a restore. */
    static final String ASIDE = "before-restore-";
    /** Folders of a restore that waits for its turn. */
    static final String STAGED = "restore.";
    /** Whoever holds the lock, what others can make again, and what is no data. */
    private static final Set<String> NOT_DATA = Set.of("core.lock", "diag", "recordings", "run", "controller.db",
            "controller.db-wal", "controller.db-shm");
    private static final Set<String> SECRETS = Set.of(DATA + "/admin.token", SCREEN + "/pin", DATA + "/kiosk/pin");

    private final Home home;
    private final Path csv;

    /** @param csv folder of the daily files */
    Inventory(Home home, Path csv) {
        this.home = home;
        this.csv = csv;
    }

    /** Known to be one, such as the PIN's hash, or kept for its owner alone, such as the key of the tunnel. */
    static boolean secret(String name, Path file) throws IOException {
        if (SECRETS.contains(name)) {
            return true;
        }
        if (name.equals(DATABASE) || !Files.getFileStore(file).supportsFileAttributeView("posix")) {
            return false;
        }
        Set<PosixFilePermission> may = Files.getPosixFilePermissions(file);
        return !may.contains(PosixFilePermission.GROUP_READ) && !may.contains(PosixFilePermission.OTHERS_READ);
    }

    /** Where a name of an archive lives here. */
    Path place(String name) {
        int slash = name.indexOf('/');
        String rest = name.substring(slash + 1);
        return switch (name.substring(0, Math.max(0, slash))) {
            case SETTINGS -> home.settings().resolve(rest);
            case DATA -> home.data().resolve(rest);
            case SCREEN -> home.screen().resolve(rest);
            case CSV -> csv.resolve(rest);
            default -> throw new IllegalArgumentException("no place for " + name);
        };
    }

    /** Every file that is there, without the database, by name. */
    Map<String, Path> present() throws IOException {
        Map<String, Path> files = new TreeMap<>();
        try {
            add(files, SETTINGS, home.settings(), name -> true);
            add(files, DATA, home.data(), Inventory::data);
            if (!home.screen().startsWith(home.data())) {
                add(files, SCREEN, home.screen(), name -> true);
            }
            add(files, CSV, csv, name -> name.matches("data_\\d{8}\\.csv"));
        } catch (UncheckedIOException e) {
            throw new IOException(e.getCause());
        }
        return files;
    }

    private static boolean data(String name) {
        String first = name.contains("/") ? name.substring(0, name.indexOf('/')) : name;
        return !NOT_DATA.contains(first) && !first.startsWith(ASIDE) && !first.startsWith(STAGED)
                && !first.startsWith(".");
    }

    private static void add(Map<String, Path> files, String root, Path folder, Predicate<String> wanted)
            throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)).forEach(file -> {
                String name = folder.relativize(file).toString();
                boolean leftover = name.endsWith(".tmp") || name.endsWith(".part");
                if (!leftover && wanted.test(name)) {
                    files.put(root + "/" + name, file);
                }
            });
        }
    }
}
