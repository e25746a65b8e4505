// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import java.util.Map;
import org.slf4j.LoggerFactory;

/**
 * Logging to the console, which the journal keeps. `PIGENNY_LOG_LEVEL` is debug, info, warn or error; `PIGENNY_LOG_FORMAT`
 * json writes one JSON object a line.
 */
public final class Logs {
    private static final String PATTERN = "%d{HH:mm:ss.SSS} %-5level %-22.22thread %logger{0}: %msg%n";

    private Logs() {}

    public static void setUp(Map<String, String> environment) {
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            return;
        }
        context.reset();
        Encoder<ILoggingEvent> encoder = "json".equals(environment.get("PIGENNY_LOG_FORMAT"))
                ? new JsonEncoder()
                : lines(context);
        encoder.setContext(context);
        encoder.start();
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setContext(context);
        console.setEncoder(encoder);
        console.start();
        ch.qos.logback.classic.Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.addAppender(console);
        root.setLevel(Level.WARN);
        context.getLogger("org.pigenny")
                .setLevel(
                        Level.toLevel(environment.getOrDefault("PIGENNY_LOG_LEVEL", "info"), Level.INFO));
    }

    private static Encoder<ILoggingEvent> lines(LoggerContext context) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(PATTERN);
        return encoder;
    }
}
