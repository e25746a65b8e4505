// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging.export;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.pigenny.core.api.EventFilter;
import org.pigenny.core.api.History;
import org.pigenny.core.logging.json.Json;
import org.pigenny.core.model.Event;
import org.pigenny.core.model.Message;

/**
 * Events, runs and alarms of a stretch as CSV in words: for a USB stick or a support bundle. No secrets. Written as it is read, so that
 * a million events cost no memory.
 */
public final class RecordsExport {
    /** The stretch that a support bundle holds when nobody says otherwise. */
    public static final Duration USUAL = Duration.ofDays(7);

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final int PAGE = 1000;
    private static final int MOST_ALARMS = 100_000;

    private final History history;
    private final Function<Message, String> words;
    private final ZoneId zone;

    /**
     * @param words says a message in the reader's language
     * @param zone of the local times beside those in UTC
     */
    public RecordsExport(History history, Function<Message, String> words, ZoneId zone) {
        this.history = history;
        this.words = words;
        this.zone = zone;
    }

    /** Where the files of an export go, such as a folder or a zip file. The caller of {@code open} closes the stream. */
    @FunctionalInterface
    public interface Target {
        OutputStream open(String name) throws IOException;
    }

    /** A folder, made when it is not there. A file is on the disk when its stream is closed. */
    public static Target folder(Path folder) {
        return name -> {
            Path file = folder.resolve(name);
            Files.createDirectories(Optional.ofNullable(file.getParent()).orElse(folder));
            return new ForcedFile(file);
        };
    }

    /**
     * Writes {@code events.csv}, {@code runs.csv} and {@code alarms.csv}.
     *
     * @param total how many events there are at least, for the progress and as a check
     * @throws InterruptedIOException when {@code progress} did not want to go on
     * @throws IOException when the target takes no more or the history could not be read whole; what was written before stays
     */
    public void tables(Target target, Instant from, Instant to, long total, History.Progress progress)
            throws IOException {
        long written;
        try (Writer out = open(target, "events.csv")) {
            written = events(out, from, to, total, progress);
        }
        if (written < total) {
            throw new IOException("only " + written + " of " + total + " events could be read");
        }
        lines(target, "runs.csv", runs(from, to));
        lines(target, "alarms.csv", alarms(from, to));
    }

    /**
     * Writes the tables, {@code records.json} and the given recordings.
     *
     * @param recordings files of the tick recorder; copied as they are, they hold readings, settings of the generator and decisions only
     */
    public void write(Target target, Instant from, Instant to, Map<String, Object> statistics, List<Path> recordings)
            throws IOException {
        tables(target, from, to, 0, (written, total) -> true);
        lines(target, "records.json", List.of(Json.write(statistics)));
        for (Path recording : recordings) {
            try (OutputStream out = target.open("recordings/" + recording.getFileName())) {
                Files.copy(recording, out);
            }
        }
    }

    private static Writer open(Target target, String name) throws IOException {
        return new OutputStreamWriter(target.open(name), StandardCharsets.UTF_8);
    }

    private static void lines(Target target, String name, List<String> lines) throws IOException {
        try (Writer out = open(target, name)) {
            for (String line : lines) {
                out.append(line).append('\n');
            }
        }
    }

    private long events(Writer out, Instant from, Instant to, long total, History.Progress progress)
            throws IOException {
        out.append("time,local_time,kind,severity,code,by,text\n");
        Instant before = to;
        long written = 0;
        List<Event> page;
        do {
            page = history.events(before, PAGE, EventFilter.ALL);
            for (Event event : page) {
                if (!event.at().isBefore(from)) {
                    out.append(event(event)).append('\n');
                    written++;
                }
            }
            before = page.isEmpty() ? before : page.getLast().at();
            if (!progress.wrote(written, Math.max(total, written))) {
                throw new InterruptedIOException("the export was ended");
            }
        } while (page.size() == PAGE && !before.isBefore(from));
        return written;
    }

    private String event(Event event) {
        return row(event.at(), local(event.at()), event.kind(), event.severity(), event.code().orElse(""),
                event.origin().name(), words.apply(Redaction.message(event.text())));
    }

    private List<String> runs(Instant from, Instant to) {
        List<String> lines = new ArrayList<>(List.of("asked,local_time,trigger,by,fired,loaded,proven,stopped,attempts,"
                + "soc_from,soc_to,energy_wh,stop_reason"));
        for (History.Run run : history.runs(from, to)) {
            lines.add(row(run.asked(), local(run.asked()), run.trigger().word(), run.origin().name(), or(run.fired()),
                    or(run.loaded()), or(run.proven()), or(run.stopped()), run.attempts(), or(run.socFrom()),
                    or(run.socTo()), Math.round(run.energyWh()), run.stopReason().map(words).orElse("")));
        }
        return lines;
    }

    private List<String> alarms(Instant from, Instant to) {
        List<String> lines = new ArrayList<>(List.of("raised,local_time,code,severity,acknowledged,by,resolved,text"));
        for (History.PastAlarm alarm : history.alarms(to, MOST_ALARMS)) {
            if (!alarm.raised().isBefore(from)) {
                lines.add(row(alarm.raised(), local(alarm.raised()), alarm.code(), alarm.severity(),
                        or(alarm.acknowledged()), alarm.acknowledgedBy().orElse(""), or(alarm.resolved()),
                        words.apply(Redaction.message(alarm.text()))));
            }
        }
        return lines;
    }

    private Object local(Instant at) {
        return LOCAL.format(at.atZone(zone));
    }

    private static Object or(Optional<Instant> at) {
        return at.map(Instant::toString).orElse("");
    }

    private static Object or(OptionalDouble value) {
        return value.isPresent() ? (Object) value.getAsDouble() : "";
    }

    private static String row(Object... cells) {
        List<String> quoted = new ArrayList<>();
        for (Object cell : cells) {
            String text = Redaction.text(String.valueOf(cell));
            quoted.add(
                    text.matches("[^,\"\\n\\r]*") ? text : "\"" + text.replace("\"", "\"\"").replace('\n', ' ') + "\"");
        }
        return String.join(",", quoted);
    }
}
