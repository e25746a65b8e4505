// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.log;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.pigenny.core.api.EventFilter;
import org.pigenny.core.api.History;
import org.pigenny.core.model.Event;
import org.pigenny.core.text.Phrases;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the log to a stick: events and runs as CSV, in the owner's words and zone. */
final class Export {
    private static final Logger LOG = LoggerFactory.getLogger(Export.class);
    private static final int PAGE = 1000;
    private static final int MOST_EVENTS = 200_000;
    private static final int MOST_RUNS = 1000;

    private final Phrases words;
    private final ZoneId zone;

    Export(Phrases words, ZoneId zone) {
        this.words = words;
        this.zone = zone;
    }

    /** Folders that look like a stick: what is mounted below the places where systems mount them. */
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
        found.removeIf(path -> !Files.isWritable(path));
        found.sort(null);
        return found;
    }

    /** Returns the folder written. */
    Path write(History history, Instant now, Path stick) throws IOException {
        String day = DateTimeFormatter.ofPattern("yyyyMMdd-HHmm", Locale.ROOT).format(now.atZone(zone));
        Path folder = Files.createDirectories(stick.resolve("pigenny-" + day));
        writeEvents(history, now, folder.resolve("events.csv"));
        writeRuns(history, folder.resolve("runs.csv"));
        return folder;
    }

    private void writeEvents(History history, Instant now, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("time,kind,severity,code,origin,text\n");
            Instant before = now.plusSeconds(1);
            for (int written = 0; written < MOST_EVENTS;) {
                List<Event> page = history.events(before, PAGE, EventFilter.ALL);
                for (Event event : page) {
                    out.write(String.join(",", event.at().toString(), event.kind().name(), event.severity().name(),
                            event.code().orElse(""), quoted(event.origin().name()), quoted(words.say(event.text()))));
                    out.newLine();
                }
                if (page.size() < PAGE) {
                    break;
                }
                written += page.size();
                before = page.getLast().at();
            }
        }
    }

    private void writeRuns(History history, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("asked,reason,attempts,fired,stopped,soc_from,soc_to,energy_wh\n");
            for (History.Run run : history.runs(MOST_RUNS)) {
                out.write(String.join(",", run.asked().toString(), run.trigger().word(),
                        String.valueOf(run.attempts()), run.fired().map(Instant::toString).orElse(""),
                        run.stopped().map(Instant::toString).orElse(""), number(run.socFrom()), number(run.socTo()),
                        String.valueOf(Math.round(run.energyWh()))));
                out.newLine();
            }
        }
    }

    private static String number(java.util.OptionalDouble value) {
        return value.isPresent() ? String.valueOf(value.getAsDouble()) : "";
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
