// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.pigenny.core.api.EventFilter;
import org.pigenny.core.api.History;
import org.pigenny.core.logging.json.Json;
import org.pigenny.core.model.Event;
import org.pigenny.core.text.Phrases;

/** Events, runs and alarms of a stretch as CSV in words, and the statistics: for a USB stick or a support bundle. No secrets. */
public final class RecordsExport {
    /** The stretch that a support bundle holds when nobody says otherwise. */
    public static final Duration USUAL = Duration.ofDays(7);

    private static final int PAGE = 1000;
    private static final int MOST = 100_000;

    private final History history;
    private final Phrases words;
    private final Supplier<Map<String, Object>> statistics;

    public RecordsExport(History history, Phrases words, Supplier<Map<String, Object>> statistics) {
        this.history = history;
        this.words = words;
        this.statistics = statistics;
    }

    /** Where the files of an export go, such as a folder or a zip file. The caller of {@code open} closes the stream. */
    @FunctionalInterface
    public interface Target {
        OutputStream open(String name) throws IOException;
    }

    /** A folder, made when it is not there. */
    public static Target folder(Path folder) {
        return name -> {
            Path file = folder.resolve(name);
            Files.createDirectories(Optional.ofNullable(file.getParent()).orElse(folder));
            return Files.newOutputStream(file);
        };
    }

    /**
     * Writes {@code events.csv}, {@code runs.csv}, {@code alarms.csv}, {@code records.json} and the given recordings.
     *
     * @param recordings files of the tick recorder; copied as they are, they hold readings, settings of the generator and decisions only
     * @throws IOException when the target takes no more; what was written before stays
     */
    public void write(Target target, Instant from, Instant to, List<Path> recordings) throws IOException {
        lines(target, "events.csv", events(from, to));
        lines(target, "runs.csv", runs(from, to));
        lines(target, "alarms.csv", alarms(from, to));
        lines(target, "records.json", List.of(Json.write(statistics.get())));
        for (Path recording : recordings) {
            try (OutputStream out = target.open("recordings/" + recording.getFileName())) {
                Files.copy(recording, out);
            }
        }
    }

    private static void lines(Target target, String name, List<String> lines) throws IOException {
        try (OutputStream out = target.open(name);
                Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
            for (String line : lines) {
                text.append(line).append('\n');
            }
        }
    }

    private List<String> events(Instant from, Instant to) {
        List<String> lines = new ArrayList<>(List.of("time,kind,severity,code,by,text"));
        Instant before = to;
        List<Event> page;
        do {
            page = history.events(before, PAGE, EventFilter.ALL);
            page.stream()
                    .filter(event -> !event.at().isBefore(from))
                    .forEach(event -> lines.add(row(event.at(), event.kind(), event.severity(), event.code().orElse(""),
                            event.origin().name(), words.say(Redaction.message(event.text())))));
            before = page.isEmpty() ? before : page.getLast().at();
        } while (page.size() == PAGE && !before.isBefore(from) && lines.size() < MOST);
        return lines;
    }

    private List<String> runs(Instant from, Instant to) {
        List<String> lines = new ArrayList<>(List.of("asked,trigger,by,fired,loaded,proven,stopped,attempts,soc_from,"
                + "soc_to,energy_wh,stop_reason"));
        for (History.Run run : history.runs(from, to)) {
            lines.add(row(run.asked(), run.trigger().word(), run.origin().name(), or(run.fired()), or(run.loaded()),
                    or(run.proven()), or(run.stopped()), run.attempts(), or(run.socFrom()), or(run.socTo()),
                    Math.round(run.energyWh()), run.stopReason().map(words::say).orElse("")));
        }
        return lines;
    }

    private List<String> alarms(Instant from, Instant to) {
        List<String> lines = new ArrayList<>(List.of("raised,code,severity,acknowledged,by,resolved,text"));
        for (History.PastAlarm alarm : history.alarms(to, PAGE)) {
            if (!alarm.raised().isBefore(from)) {
                lines.add(row(alarm.raised(), alarm.code(), alarm.severity(), or(alarm.acknowledged()),
                        alarm.acknowledgedBy().orElse(""), or(alarm.resolved()),
                        words.say(Redaction.message(alarm.text()))));
            }
        }
        return lines;
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
