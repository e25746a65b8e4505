// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pigenny.core.json.Json;

final class JsonEncoderTest {
    @Test
    void a_log_line_is_one_json_object_with_the_fields_of_the_contract() {
        LoggingEvent event = new LoggingEvent("test", new LoggerContext().getLogger("org.pigenny.Test"), Level.ERROR,
                "[ERROR] two\nlines \"quoted\"", new IllegalStateException("planted"), new Object[0]);
        event.setThreadName("control/tick");
        String line = new String(new JsonEncoder().encode(event), StandardCharsets.UTF_8);
        assertEquals(line.length() - 1, line.indexOf('\n'));
        Map<String, @Nullable Object> fields = Json.readObject(line).orElseThrow();
        assertEquals("control", fields.get("service"));
        assertEquals("ERROR", fields.get("level"));
        assertEquals("[ERROR] two\nlines \"quoted\"", fields.get("message"));
        assertTrue(String.valueOf(fields.get("exception")).contains("planted"));
    }
}
