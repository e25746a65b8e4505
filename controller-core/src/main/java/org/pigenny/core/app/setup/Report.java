// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.setup;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.pigenny.core.api.Commissioning.Entry;
import org.pigenny.core.api.Commissioning.State;
import org.pigenny.core.api.Commissioning.Step;
import org.pigenny.core.api.SettingsPort;
import org.pigenny.core.json.AtomicFile;
import org.pigenny.core.text.Phrases;

/** The commissioning on paper: who did what when, and the settings that it left. */
final class Report {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final Phrases WORDS = new Phrases(Locale.ENGLISH, ZoneOffset.UTC);

    private Report() {}

    /** @return the file, one for each time that it was finished */
    static Path write(Path folder, State state, List<SettingsPort.Entry> settings, String version)
            throws IOException {
        Path file = folder.resolve("report-" + NAME.format(state.finishedAt().orElseThrow()) + ".txt");
        StringBuilder text = new StringBuilder("PiGenny commissioning report\n\n");
        text.append("Version   ").append(version).append('\n');
        text.append("Finished  ").append(state.finishedAt().get()).append(" by ").append(state.finishedBy());
        text.append("\n\nSteps\n");
        for (Step step : Step.values()) {
            text.append(line(step, state.entry(step)));
        }
        text.append("\nSettings other than their defaults\n");
        settings.stream()
                .filter(entry -> !entry.value().equals(entry.defaultValue()))
                .forEach(entry -> text.append("  ")
                        .append(entry.key())
                        .append(" = ")
                        .append(entry.value())
                        .append(entry.unit().isEmpty() ? "" : " " + entry.unit())
                        .append("  (")
                        .append(entry.source())
                        .append(")\n"));
        AtomicFile.write(file, text.toString());
        return file;
    }

    private static String line(Step step, Entry entry) {
        return String.format(Locale.ROOT, "  %-16s %-8s %s %s%s%n", WORDS.say("setup.step." + step.word()),
                entry.standing().name().toLowerCase(Locale.ROOT),
                entry.at().map(Object::toString).orElse(""), entry.by(),
                entry.note().isEmpty() ? "" : ": " + entry.note());
    }
}
