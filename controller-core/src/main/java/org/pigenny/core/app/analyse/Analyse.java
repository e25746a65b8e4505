// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.analyse;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.pigenny.core.model.settings.Settings;

/** The command: reads a recording, prints one JSON object for each row. */
public final class Analyse {
    public static final int OK = 0;
    public static final int UNREADABLE = 2;
    private static final JsonFactory JSON = new JsonFactory();

    private final Settings settings;
    private final PrintStream out;

    private Analyse(Settings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    /** @return the exit code: 0 at the end of the file, 2 when it cannot be read, with a message on err */
    public static int run(Path file, Settings settings, PrintStream out, PrintStream err) {
        try {
            new Analyse(settings, out).read(file, err);
            out.flush();
            return OK;
        } catch (NoSuchFileException e) {
            err.println("analyse: there is no file " + file);
        } catch (IOException e) {
            err.println("analyse: " + file + " cannot be read: " + e.getMessage());
        }
        return UNREADABLE;
    }

    private void read(Path file, PrintStream err) throws IOException {
        Analysis analysis = new Analysis(settings.generator());
        Layout layout = null;
        int number = 0;
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (Layout.header(line)) {
                    layout = new Layout(line);
                } else if (layout != null && !line.isBlank()) {
                    row(layout, line, number, analysis, err);
                }
            }
        }
        if (layout == null) {
            throw new IOException("it has no header line that begins with timestamp");
        }
    }

    private void row(Layout layout, String line, int number, Analysis analysis, PrintStream err) throws IOException {
        Optional<Row> row = Row.of(layout, line, settings.site().zone());
        if (row.isEmpty()) {
            err.println("analyse: line " + number + " has no time and is left out");
            return;
        }
        out.println(json(row.get(), analysis.next(row.get())));
    }

    private static String json(Row row, Analysis.Finding found) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            number(json, "timestamp_unix", OptionalDouble.of(row.unix()), 3);
            number(json, "soc_pct", row.sample().soc(), 1);
            number(json, "vbat_v", row.sample().volts(), 3);
            number(json, "pv_w", row.sample().pv(), 1);
            number(json, "load_w", row.load(), 1);
            number(json, "external_w", found.external(), 0);
            json.writeStringField("verdict", found.verdict().name());
            number(json, "forecast_start_unix", found.forecast().isPresent()
                    ? OptionalDouble.of((double) found.forecast().getAsLong())
                    : OptionalDouble.empty(), 0);
            json.writeEndObject();
        }
        return text.toString();
    }

    /** Without digits that say nothing. */
    private static void number(JsonGenerator json, String name, OptionalDouble value, int digits)
            throws IOException {
        json.writeFieldName(name);
        if (value.isEmpty()) {
            json.writeNull();
            return;
        }
        BigDecimal rounded = BigDecimal.valueOf(value.getAsDouble())
                .setScale(digits, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        json.writeNumber(rounded.scale() < 0 ? rounded.setScale(0) : rounded);
    }
}
