// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.simulate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;

/** The fields of an output line but its time; a line is printed when one of them changes. */
record Line(String state, String phase, String reason, String relays, List<String> alarms, String why) {
    private static final JsonFactory JSON = new JsonFactory();

    Line {
        alarms = List.copyOf(alarms);
    }

    /** @param millis since the beginning */
    String json(long millis) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeFieldName("t");
            json.writeNumber(seconds(millis));
            json.writeStringField("state", state);
            json.writeStringField("phase", phase);
            json.writeStringField("reason", reason);
            json.writeStringField("relays", relays);
            json.writeArrayFieldStart("alarms");
            for (String alarm : alarms) {
                json.writeString(alarm);
            }
            json.writeEndArray();
            json.writeStringField("why", why);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static BigDecimal seconds(long millis) {
        BigDecimal seconds = BigDecimal.valueOf(millis, 3).stripTrailingZeros();
        return seconds.scale() < 0 ? seconds.setScale(0) : seconds;
    }
}
