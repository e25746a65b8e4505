// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.line;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Which other processes have a port open. Two masters on one port mix their bytes (inverter.md, quirk 9), and not every
 * program takes a lock, so the open files themselves are looked at.
 */
final class PortUsers {
    private final Path proc;

    PortUsers(Path proc) {
        this.proc = proc;
    }

    /** Each as {@code name (pid)}; those of other users that we may not look into are not seen. */
    List<String> others(Path device) {
        List<String> users = new ArrayList<>();
        String own = Long.toString(ProcessHandle.current().pid());
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(proc, "[0-9]*")) {
            for (Path process : processes) {
                String pid = process.getFileName().toString();
                if (!pid.equals(own) && holds(process, device)) {
                    users.add(name(process) + " (" + pid + ")");
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // No such file system here: the lock of the port itself still guards.
            return List.of();
        }
        return users;
    }

    private static boolean holds(Path process, Path device) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path file : files) {
                if (Files.isSymbolicLink(file) && Files.readSymbolicLink(file).equals(device)) {
                    return true;
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // It ended meanwhile, or belongs to another user.
            return false;
        }
        return false;
    }

    private static String name(Path process) {
        try {
            return Files.readString(process.resolve("comm")).strip();
        } catch (IOException e) {
            return "?";
        }
    }
}
