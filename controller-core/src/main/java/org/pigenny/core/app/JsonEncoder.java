// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.json.Json;

/** One JSON object a line: timestamp, level, service, message, logger, exception (site-controller.md 1.2). */
final class JsonEncoder extends EncoderBase<ILoggingEvent> {
    @Override
    public byte[] headerBytes() {
        return new byte[0];
    }

    @Override
    public byte[] footerBytes() {
        return new byte[0];
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        Map<String, @Nullable Object> line = Json.object("timestamp", Instant.ofEpochMilli(event.getTimeStamp()),
                "level", event.getLevel(), "service", service(event.getThreadName()), "message",
                event.getFormattedMessage(), "logger", event.getLoggerName());
        IThrowableProxy thrown = event.getThrowableProxy();
        if (thrown != null) {
            line.put("exception", ThrowableProxyUtil.asString(thrown));
        }
        return (Json.line(line) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Threads of services are called service/loop. */
    private static String service(String thread) {
        int slash = thread.indexOf('/');
        return slash < 0 ? thread : thread.substring(0, slash);
    }
}
