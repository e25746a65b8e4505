// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.tools;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.pigenny.olimex.protocol.Relay;
import org.pigenny.olimex.protocol.StatusKey;

/** {@code genserverstatus}: what a relay server says of itself and the engine. */
public final class StatusMain {
    static final int DEFAULT_PORT = 9999;
    private static final int UNREACHABLE = 1;
    private static final int REFUSED = 2;
    private static final int DEFAULT_TIMEOUT = 10;
    private static final String USAGE = """
            Usage: genserverstatus [--host ADDR] [--port N] [--timeout SECONDS] [--format human|compact|kv]
            Shows what a relay server says of itself and the engine.

              --host ADDR        where it runs (127.0.0.1)
              --port N           its port (9999)
              --timeout SECONDS  how long to wait for it (10)
              --format FORMAT    human: for people; compact: one line; kv: key=value lines (human)

            Exit: 0 it answered, 1 it cannot be reached, 2 wrong option.
            """;

    private StatusMain() {}

    public static void main(String[] args) {
        System.exit(run(args));
    }

    private static int run(String[] args) {
        try {
            Words words = new Words(args, List.of("--host", "--port", "--timeout", "--format"));
            if (words.help()) {
                System.out.print(USAGE);
                return 0;
            }
            return show(words);
        } catch (UsageException e) {
            System.err.println("genserverstatus: " + e.getMessage());
            return REFUSED;
        }
    }

    private static int show(Words words) throws UsageException {
        String host = words.text("--host", "127.0.0.1");
        int port = words.number("--port", DEFAULT_PORT, 1, 65_535);
        int timeout = words.number("--timeout", DEFAULT_TIMEOUT, 1, 3600);
        String format = words.text("--format", "human");
        if (!List.of("human", "compact", "kv").contains(format)) {
            throw new UsageException("--format " + format + " is refused, allowed: human, compact, kv");
        }
        try (Visit visit = new Visit(host, port, timeout * 1000)) {
            Map<StatusKey, String> status = visit.status();
            System.out.print(switch (format) {
                case "compact" -> compact(host, port, status);
                case "kv" -> kv(status);
                default -> human(host, port, status);
            });
            return 0;
        } catch (IOException e) {
            System.err.println("genserverstatus: cannot reach " + host + ":" + port + ": " + e.getMessage());
            return UNREACHABLE;
        }
    }

    private static String compact(String host, int port, Map<StatusKey, String> status) {
        return "[" + host + ":" + port + "] RUN=" + value(status, StatusKey.RUNNING) + " RELAY=" + relays(status)
                + " THR=" + value(status, StatusKey.THREADS) + " UP=" + value(status, StatusKey.UPTIME) + " MEM="
                + value(status, StatusKey.MEMORY) + "\n";
    }

    private static String relays(Map<StatusKey, String> status) {
        return Relay.names(Relay.parse(value(status, StatusKey.RELAYS)));
    }

    private static String kv(Map<StatusKey, String> status) {
        StringBuilder lines = new StringBuilder();
        status.forEach((key, value) -> lines.append(key.name().toLowerCase(Locale.ROOT))
                .append('=')
                .append(value)
                .append('\n'));
        return lines.toString();
    }

    private static String human(String host, int port, Map<StatusKey, String> status) {
        StringBuilder text = new StringBuilder("Relay server at " + host + ":" + port + "\n");
        line(text, "Running", value(status, StatusKey.RUNNING) + " (phase " + value(status, StatusKey.PHASE) + ")");
        line(text, "Relays", value(status, StatusKey.RELAYS));
        line(text, "Inputs", value(status, StatusKey.INPUTS));
        line(text, "I2C", value(status, StatusKey.I2C));
        if (!value(status, StatusKey.FAULT).equals("NONE")) {
            line(text, "Fault", value(status, StatusKey.FAULT) + ": " + value(status, StatusKey.FAULT_TEXT));
        }
        line(text, "Threads", value(status, StatusKey.THREADS));
        line(text, "Uptime", value(status, StatusKey.UPTIME));
        line(text, "Memory", value(status, StatusKey.MEMORY));
        line(text, "Disk", value(status, StatusKey.DISK));
        line(text, "Version", value(status, StatusKey.VERSION));
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(String.format(Locale.ROOT, "  %-9s %s%n", name + ":", value));
    }

    private static String value(Map<StatusKey, String> status, StatusKey key) {
        return status.getOrDefault(key, StatusKey.NOTHING);
    }
}
