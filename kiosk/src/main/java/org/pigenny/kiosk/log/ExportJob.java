// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.log;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.pigenny.core.api.History;
import org.pigenny.core.model.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the whole log to a stick: all of it, or nothing is left there. */
final class ExportJob {
    private static final Logger LOG = LoggerFactory.getLogger(ExportJob.class);
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'pigenny-'yyyyMMdd-HHmmss", Locale.ROOT);
    private static final String UNFINISHED = ".unfinished";
    /** A stick with less room than this has none. */
    private static final long NO_ROOM = 64 * 1024;

    private final History history;
    private final Function<Message, String> words;
    private final ZoneId zone;

    ExportJob(History history, Function<Message, String> words, ZoneId zone) {
        this.history = history;
        this.words = words;
        this.zone = zone;
    }

    /** How it ended, in words. */
    record Result(boolean written, Message text) {}

    /** Folders that look like a stick: what is mounted below the places where systems mount them, write-protected ones too. */
    static List<Path> sticks(List<Path> places) {
        List<Path> found = new ArrayList<>();
        for (Path place : places) {
            if (Files.isDirectory(place)) {
                try (DirectoryStream<Path> inside = Files.newDirectoryStream(place, Files::isDirectory)) {
                    inside.forEach(found::add);
                } catch (IOException e) {
                    LOG.info("{} cannot be searched for a stick: {}", place, e.getMessage());
                }
            }
        }
        found.removeIf(path -> places.contains(path) || !(Files.isWritable(path) || readOnly(path)));
        found.sort(Comparator.naturalOrder());
        return found;
    }

    /** Takes a while. */
    Result write(Path stick, Instant now, History.Progress progress) {
        Path folder = stick.resolve(NAME.format(now.atZone(zone)));
        Path unfinished = stick.resolve(folder.getFileName() + UNFINISHED);
        try {
            history.export(unfinished, Instant.EPOCH, now.plusSeconds(1), words, zone, progress);
            Files.move(unfinished, folder);
            return new Result(true, Message.of("ui.export.done", folder.toString()));
        } catch (InterruptedIOException e) {
            remove(unfinished);
            return new Result(false, Message.of("ui.export.ended"));
        } catch (IOException | RuntimeException e) {
            LOG.warn("the log was not exported to {}: {}", stick, e.toString());
            Result result = new Result(false, why(stick, e));
            remove(unfinished);
            return result;
        }
    }

    /** Looked up at the stick itself: the words of the system for a full disk come in its own language. */
    private static Message why(Path stick, Exception reason) {
        if (!Files.isDirectory(stick)) {
            return Message.of("ui.export.gone", stick.toString());
        }
        if (readOnly(stick)) {
            return Message.of("ui.export.protected", stick.toString());
        }
        return full(stick)
                ? Message.of("ui.export.full", stick.toString())
                : Message.of("ui.export.failed", stick.toString(), String.valueOf(reason.getMessage()));
    }

    private static boolean readOnly(Path stick) {
        try {
            return Files.getFileStore(stick).isReadOnly();
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean full(Path stick) {
        try {
            return Files.getFileStore(stick).getUsableSpace() < NO_ROOM;
        } catch (IOException e) {
            return false;
        }
    }

    private static void remove(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.info("{} stays on the stick: {}", folder, e.getMessage());
        }
    }
}
